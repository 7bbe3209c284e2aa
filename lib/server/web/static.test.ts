import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { once } from "node:events";
import { createServer, get, type IncomingMessage, type Server } from "node:http";
import { connect, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { compressFiles } from "../compress.ts";
import { isStatic, staticFiles } from "./static.ts";

const SCRIPT = "const everything = 'said again and again'; ".repeat(50);
/** More than all the buffers on the way take in. */
const LARGE = 32 * 1024 * 1024;
let folder: string;
let server: Server;
/** The files that are being sent, or were. */
const sources: Readable[] = [];

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "atrium-static-"));
  mkdirSync(path.join(folder, "static", "chunks"), { recursive: true });
  writeFileSync(path.join(folder, "static", "chunks", "a.js"), SCRIPT);
  writeFileSync(path.join(folder, "static", "a.woff2"), "no text");
  writeFileSync(path.join(folder, "static", "large.woff2"), Buffer.alloc(LARGE));
  writeFileSync(path.join(folder, "static", "gone.woff2"), "gone");
  writeFileSync(path.join(folder, "secret.js"), SCRIPT);
  await compressFiles(path.join(folder, "static"));
  const files = staticFiles(path.join(folder, "static"));
  rmSync(path.join(folder, "static", "gone.woff2"));
  server = createServer((request, response) => {
    response.once("pipe", (source) => sources.push(source));
    const otherwise = () => response.writeHead(404).end(request.url);
    if (isStatic(request)) files(request, response, otherwise);
    else otherwise();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

/** As it comes over the wire; fetch would unpack it, and tidy up the path. */
async function ask(url: string, encoding = "", method = "GET", range?: string) {
  const { port } = server.address() as AddressInfo;
  const headers = { "accept-encoding": encoding, ...(range && { range }) };
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    get({ port, path: url, method, headers }, resolve).on("error", reject);
  });
  return { status: answer.statusCode, headers: answer.headers, body: await buffer(answer) };
}

test("a browser gets the smallest form that it reads, to keep for ever", async () => {
  const { headers, body } = await ask("/_next/static/chunks/a.js", "gzip, deflate, br, zstd");
  expect(headers).toMatchObject({
    "content-encoding": "br",
    "content-type": "text/javascript",
    "content-length": String(body.length),
    "cache-control": "public,max-age=31536000,immutable",
    vary: "Accept-Encoding",
  });
  expect(brotliDecompressSync(body).toString()).toBe(SCRIPT);
});

test("one that reads no brotli gets gzip, and one that reads neither the file itself", async () => {
  const zipped = await ask("/_next/static/chunks/a.js?v=1", "gzip, deflate");
  expect(zipped.headers["content-encoding"]).toBe("gzip");
  expect(gunzipSync(zipped.body).toString()).toBe(SCRIPT);
  const plain = await ask("/_next/static/chunks/a.js");
  expect(plain.headers["content-encoding"]).toBeUndefined();
  expect(plain.body.toString()).toBe(SCRIPT);
});

test("what is compressed by itself is left as it is", async () => {
  const { headers, body } = await ask("/_next/static/a.woff2", "br");
  expect(headers).toMatchObject({ "content-type": "font/woff2" });
  expect(headers["content-encoding"]).toBeUndefined();
  expect(body.toString()).toBe("no text");
});

test.each(["/_next/static/../secret.js", "/_next/static/%2e%2e/secret.js", "/_next/static/none.js", "/_next/other.js"])(
  "%s goes on to Next as it came",
  async (url) => {
    const { status, body } = await ask(url, "br");
    expect(status).toBe(404);
    expect(body.toString()).toBe(url);
  },
);

test("what is sent there goes on to Next too", async () => {
  expect((await ask("/_next/static/chunks/a.js", "br", "POST")).status).toBe(404);
});

test.each(["bytes=5-2", "bytes=0-99999999999999999999999", "bytes=99999999-", "bytes=-5", "nonsense"])(
  "who asks for the range %s gets the whole file",
  async (range) => {
    const { status, body } = await ask("/_next/static/a.woff2", "br", "GET", range);
    expect([status, body.toString()]).toEqual([200, "no text"]);
  },
);

test("a file is closed when its reader goes away, and so are those that wait behind it on the same connection", async () => {
  sources.length = 0;
  const { port } = server.address() as AddressInfo;
  const reader = connect(port, "127.0.0.1").on("error", () => {});
  reader.write("GET /_next/static/large.woff2 HTTP/1.1\r\nhost: localhost\r\n\r\n".repeat(3));
  await once(reader, "readable");
  const opened = [...sources];
  expect(opened).toHaveLength(3);
  const closed = opened.map((source) => once(source, "close"));
  reader.destroy();
  await Promise.all(closed);
});

test("a file that went away meanwhile breaks off its own answer and nothing else", async () => {
  await expect(ask("/_next/static/gone.woff2")).rejects.toMatchObject({ code: "ECONNRESET" });
  expect((await ask("/_next/static/a.woff2")).status).toBe(200);
});
