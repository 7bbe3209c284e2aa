import type { IncomingMessage } from "node:http";
import { expect, test } from "vitest";
import { trustOf } from "./address.ts";
import { loggedPath, prepareRequest } from "./request.ts";

const surroundings = { publicUrl: new URL("https://atrium.example.org"), dev: false, trusted: trustOf(["10.0.0.1"]) };

function request(remoteAddress: string, headers: Record<string, string>, url = "/"): IncomingMessage {
  return { headers: { ...headers }, url, socket: { remoteAddress } } as unknown as IncomingMessage;
}

test("a client cannot say what only we may know", () => {
  const forged = {
    "x-atrium-address": "1.1.1.1",
    "x-atrium-path": "/elsewhere",
    "x-request-id": "forged-request-id",
    "x-nonce": "known",
    "x-forwarded-for": "2.2.2.2",
    "x-forwarded-host": "evil.example",
    "x-forwarded-proto": "http",
    "x-middleware-subrequest": "1",
    "content-security-policy": "script-src 'nonce-known'",
    forwarded: "for=3.3.3.3",
  };
  const asked = request("203.0.113.5", forged, "/w/vision?tab=members");
  const { requestId, address, policy } = prepareRequest(asked, surroundings);
  expect(address).toBe("203.0.113.5");
  expect(requestId).not.toBe("forged-request-id");
  expect(asked.headers).toEqual({
    "x-atrium-address": address,
    "x-atrium-path": "/w/vision?tab=members",
    "x-request-id": requestId,
    "x-nonce": expect.not.stringMatching("known"),
    "x-forwarded-for": address,
    "x-forwarded-proto": "https",
    "content-security-policy": policy,
  });
});

test("a trusted proxy names the client and the request, if its id is sane", () => {
  const sane = prepareRequest(
    request("10.0.0.1", { "x-forwarded-for": "1.2.3.4", "x-request-id": "edge-12345678" }),
    surroundings,
  );
  expect(sane).toMatchObject({ address: "1.2.3.4", requestId: "edge-12345678" });
  const strange = prepareRequest(request("10.0.0.1", { "x-request-id": "a\tb <script>" }), surroundings);
  expect(strange.requestId).toMatch(/^[\da-f-]{36}$/);
});

test("each request has its own nonce, and the policy no way around it", () => {
  const [one, two] = [1, 2].map(() => prepareRequest(request("1.2.3.4", {}), surroundings).policy);
  expect(one).not.toBe(two);
  expect(one).toMatch(/script-src 'self' 'nonce-[\w+/=]{24}' 'strict-dynamic';/);
  expect(one?.split("; ").find((directive) => directive.startsWith("script-src"))).not.toContain("unsafe");
});

test("what a proxy made of Host does not matter to an action that comes from our own pages", () => {
  const own = request("10.0.0.1", { host: "127.0.0.1:3000", origin: "https://atrium.example.org" });
  prepareRequest(own, surroundings);
  expect(own.headers["x-forwarded-host"]).toBe("atrium.example.org");
  const foreign = request("10.0.0.1", { host: "127.0.0.1:3000", origin: "https://evil.example" });
  prepareRequest(foreign, surroundings);
  expect(foreign.headers["x-forwarded-host"]).toBeUndefined();
});

test.each([
  ["/workspaces?q=secret", "/workspaces"],
  ["/setup/AbCdEf0123", "/setup/…"],
  ["/invitations/AbCdEf0123?x=1", "/invitations/…"],
])("the log keeps %s as %s", (url, path) => {
  expect(loggedPath(url)).toBe(path);
});
