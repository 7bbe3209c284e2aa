import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import en from "#lib/i18n/messages/en.json" with { type: "json" };
import { useCases } from "#lib/use-cases.ts";
import { eventsInWords } from "./events.ts";
import { eventKey } from "./words.ts";

test("everything that the log can hold has words", () => {
  const root = path.resolve(import.meta.dirname, "../..");
  const sources = globSync("{lib,prisma/seed}/**/*.ts", { cwd: root }).filter((file) => !file.endsWith(".test.ts"));
  const written = sources.flatMap((file) =>
    [...readFileSync(path.join(root, file), "utf8").matchAll(/\bevent: "([a-z_.]+)"/g)].map(([, event]) => event!),
  );
  const refusable = useCases
    .filter(({ kind, in: place }) => kind === "command" && place !== "anyone")
    .map(({ name }) => name);
  const known = Object.keys(en.audit.events).sort();
  const possible = [
    ...new Set([...written, ...refusable].map((event) => eventKey(event).replace("audit.events.", ""))),
  ];
  expect(possible.sort()).toEqual(known);
});

test("events are found by their words in each language", () => {
  expect(eventsInWords("DELETION of a workspace st")).toEqual(["workspace_deletion_started"]);
  expect(eventsInWords("开始删除")).toEqual(["workspace_deletion_started"]);
  expect(eventsInWords("no such words")).toEqual([]);
});
