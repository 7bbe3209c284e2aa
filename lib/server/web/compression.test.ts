import { createServer, get, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { buffer } from "node:stream/consumers";
import { gunzipSync } from "node:zlib";
import { afterEach, expect, test } from "vitest";
import { compressAnswer } from "./compression.ts";

let server: Server | undefined;
afterEach(() => void server?.close());

const PIECE = "<p>said again and again</p>".repeat(100);

/** An answer that is written as Next.js writes pages: in pieces, each of which is to go out at once. */
async function answering(
  write: (response: ServerResponse & { flush?: () => void }) => Promise<void>,
  encoding: string,
) {
  const listening = (server = createServer((request, response) => {
    compressAnswer(request, response);
    response.setHeader("content-type", "text/html");
    void write(response);
  }));
  await new Promise<void>((resolve) => listening.listen(0, "127.0.0.1", resolve));
  const { port } = listening.address() as AddressInfo;
  return new Promise<IncomingMessage>((resolve, reject) => {
    get({ port, headers: { "accept-encoding": encoding } }, resolve).on("error", reject);
  });
}

test("a page in many pieces arrives whole, compressed for who reads that and plain for who does not", async () => {
  const page = async (response: ServerResponse & { flush?: () => void }) => {
    for (let piece = 0; piece < 10; piece++) {
      response.write(PIECE);
      response.flush?.();
    }
    response.end();
  };
  const compressed = await answering(page, "gzip");
  expect(compressed.headers["content-encoding"]).toBe("gzip");
  expect(gunzipSync(await buffer(compressed)).toString()).toBe(PIECE.repeat(10));
  server?.close();
  const plain = await answering(page, "identity");
  expect(plain.headers["content-encoding"]).toBeUndefined();
  expect((await buffer(plain)).toString()).toBe(PIECE.repeat(10));
});

test("what is there goes out while the rest takes its time", async () => {
  let finish: (() => void) | undefined;
  const answer = await answering(async (response) => {
    response.write(PIECE);
    response.flush?.();
    await new Promise<void>((resolve) => (finish = resolve));
    response.end(PIECE);
  }, "gzip");
  let received = 0;
  const more = new Promise<string>((resolve) => {
    answer.on("data", (part: Buffer) => {
      received += part.length;
      if (received > 20) resolve("more than the head of a gzip");
    });
  });
  expect(await Promise.race([more, sleep(5_000).then(() => `${received} bytes`)])).toBe("more than the head of a gzip");
  finish?.();
});
