import { expect, test } from "vitest";
import { supervise, type Life } from "./supervise.ts";

/** Something that lives until it is stopped or crashes. */
function aLife(): Life & { crash(): void } {
  const over = Promise.withResolvers<string>();
  return {
    ready: Promise.resolve(),
    ended: over.promise,
    crash: () => over.resolve("crashed"),
    stop: async () => over.resolve("stopped"),
  };
}

test("what ends by itself begins again", async () => {
  const lives: ReturnType<typeof aLife>[] = [];
  const second = Promise.withResolvers<void>();
  const supervised = supervise("a thing", async () => {
    lives.push(aLife());
    if (lives.length === 2) second.resolve();
    return lives.at(-1)!;
  });
  await supervised.started;
  lives[0]!.crash();
  await second.promise;
  await supervised.stop();
  expect(lives).toHaveLength(2);
});

test("what is told to stop while it begins anew is stopped as soon as it lives", async () => {
  const first = aLife();
  const second = aLife();
  const begun = Promise.withResolvers<void>();
  const beginning = Promise.withResolvers<Life>();
  const supervised = supervise(
    "a slow thing",
    () => {
      begun.resolve();
      return beginning.promise;
    },
    first,
  );
  await supervised.started;
  first.crash();
  await begun.promise;
  const stopped = supervised.stop();
  beginning.resolve(second);
  await stopped;
  expect(await second.ended).toBe("stopped");
});
