import { randomBytes, randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { clientAddress } from "./address.ts";
import { contentPolicy } from "./policy.ts";

export type Surroundings = { publicUrl: URL; dev: boolean; trusted: (address: string) => boolean };
export type Known = { requestId: string; address: string; policy: string };

// Headers that only we may set for the code behind us, whatever a client sends under their names. The two request ids are
// how Next.js, in development, finds what belongs to an answer: without them no action ever returns.
const OURS =
  /^(x-atrium-|x-forwarded-|x-middleware-|x-nextjs-(?!(?:html-)?request-id$)|x-request-id$|x-real-ip$|x-nonce$|forwarded$|content-security-policy)/;
const SANE_ID = /^[\w.-]{8,64}$/;

/**
 * Replaces what a client must not decide by what we know: request id, client address, path, nonce and policy (Next.js
 * reads the nonce from the policy in the request). Returns what the response and the log need.
 */
export function prepareRequest(request: IncomingMessage, { publicUrl, dev, trusted }: Surroundings): Known {
  const { headers } = request;
  const peer = request.socket.remoteAddress ?? "";
  const address = clientAddress(peer, headers, trusted);
  const incoming = String(headers["x-request-id"] ?? "");
  const requestId = trusted(peer) && SANE_ID.test(incoming) ? incoming : randomUUID();
  for (const name of Object.keys(headers)) if (OURS.test(name)) delete headers[name];

  const nonce = randomBytes(16).toString("base64");
  const policy = contentPolicy(nonce, { dev, https: publicUrl.protocol === "https:" });
  headers["x-request-id"] = requestId;
  headers["x-atrium-address"] = address;
  headers["x-atrium-path"] = pathOf(request.url ?? "/");
  headers["x-nonce"] = nonce;
  headers["content-security-policy"] = policy;
  headers["x-forwarded-for"] = address;
  headers["x-forwarded-proto"] = publicUrl.protocol.slice(0, -1);
  // Next.js compares the origin of an action with this or with Host; behind a proxy Host may be anything.
  if (headers.origin === publicUrl.origin) headers["x-forwarded-host"] = publicUrl.host;
  return { requestId, address, policy };
}

/** Path and query as a browser would show them: without the marker of a partial page load. */
function pathOf(url: string): string {
  const [path = "/", query = ""] = url.split("?", 2);
  const parameters = new URLSearchParams(query);
  parameters.delete("_rsc");
  return parameters.size > 0 ? `${path}?${parameters}` : path;
}

/** The path as a log may keep it: no query, and no secret of a one-time link. */
export function loggedPath(url: string): string {
  return (url.split("?", 1)[0] ?? "/").replace(/^\/(setup|invitations)\/[^/]+/, "/$1/…").slice(0, 500);
}
