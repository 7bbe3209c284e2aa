import { randomUUID } from "node:crypto";

/** Where a call comes from. */
export type Visit = { requestId: string; address: string | null; userAgent: string };

/** Where a request comes from. lib/server/web.ts sets these headers itself and drops what a client sent under their names. */
export function visitOf(headers: Headers): Visit {
  return {
    requestId: headers.get("x-request-id") ?? randomUUID(),
    address: headers.get("x-atrium-address"),
    userAgent: headers.get("user-agent") ?? "",
  };
}
