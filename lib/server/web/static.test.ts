import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, get, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { buffer } from "node:stream/consumers";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { compressFiles } from "../compress.ts";
import { isStatic, staticFiles } from "./static.ts";

const SCRIPT = "const everything = 'said again and again'; ".repeat(50);
let folder: string;
let server: Server;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "atrium-static-"));
  mkdirSync(path.join(folder, "static", "chunks"), { recursive: true });
  writeFileSync(path.join(folder, "static", "chunks", "a.js"), SCRIPT);
  writeFileSync(path.join(folder, "static", "a.woff2"), "no text");
  writeFileSync(path.join(folder, "secret.js"), SCRIPT);
  await compressFiles(path.join(folder, "static"));
  const files = staticFiles(path.join(folder, "static"));
  server = createServer((request, response) => {
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
async function ask(url: string, encoding = "", method = "GET") {
  const { port } = server.address() as AddressInfo;
  const headers = { "accept-encoding": encoding };
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
