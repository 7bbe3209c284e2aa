import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, expect, test } from "vitest";
import { LARGEST_BODY, limitBody } from "./body-limit.ts";
import { drainer } from "./drain.ts";

let server: Server;
afterEach(() => server.closeAllConnections());

async function serve(listener: RequestListener): Promise<string> {
  server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Answers with the length of what came. */
const lengthOfBody: RequestListener = (request, response) => {
  if (!limitBody(request, response)) return;
  text(request).then(
    (body) => response.end(String(body.length)),
    () => response.end(),
  );
};

test("a body of 1 MiB passes, declared or streamed", async () => {
  const url = await serve(lengthOfBody);
  const body = "x".repeat(LARGEST_BODY);
  expect(await (await fetch(url, { method: "POST", body })).text()).toBe(String(LARGEST_BODY));
  const streamed = { method: "POST", body: new Blob([body]).stream(), duplex: "half" } as RequestInit;
  expect(await (await fetch(url, streamed)).text()).toBe(String(LARGEST_BODY));
});

test("one byte more is refused by its declared length", async () => {
  const url = await serve(lengthOfBody);
  const answer = await fetch(url, { method: "POST", body: "x".repeat(LARGEST_BODY + 1) });
  expect(answer.status).toBe(413);
  expect(await answer.json()).toMatchObject({ status: 413, code: "too_large" });
});

test("a stream without end is refused as soon as it is too long", async () => {
  const url = await serve(lengthOfBody);
  let sent = 0;
  const endless = new ReadableStream({
    pull(controller) {
      controller.enqueue(new Uint8Array(65_536));
      sent += 65_536;
    },
  });
  const answer = await fetch(url, { method: "POST", body: endless, duplex: "half" } as RequestInit).then(
    ({ status }) => status,
    () => 413, // the connection may break before the answer is read
  );
  expect(answer).toBe(413);
  expect(sent).toBeLessThan(50 * LARGEST_BODY);
});

test("draining ends event streams at once and lets other answers finish", async () => {
  const drains: ReturnType<typeof drainer>[] = [];
  const url = await serve((request, response) => {
    drains[0]?.track(response);
    if (request.url === "/events") response.setHeader("content-type", "text/event-stream").write(": hello\n\n");
    else setTimeout(() => response.end("done"), 300);
  });
  drains.push(drainer(server));
  const events = await fetch(`${url}/events`);
  const slow = fetch(`${url}/slow`);
  await new Promise((resolve) => setTimeout(resolve, 100));
  const began = Date.now();
  const drained = drains[0]?.drain();
  expect(await events.text()).toBe(": hello\n\n");
  expect(Date.now() - began).toBeLessThan(250);
  expect(await (await slow).text()).toBe("done");
  await drained;
  expect(Date.now() - began).toBeLessThan(2_000);
  await expect(fetch(url)).rejects.toThrow();
});
