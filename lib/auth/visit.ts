import { randomUUID } from "node:crypto";
import type { Visit } from "#lib/use-case.ts";

/** Where a request comes from. lib/server/web.ts sets these headers itself and drops what a client sent under their names. */
export function visitOf(headers: Headers): Visit {
  return {
    requestId: headers.get("x-request-id") ?? randomUUID(),
    address: headers.get("x-atrium-address"),
    userAgent: headers.get("user-agent") ?? "",
  };
}
