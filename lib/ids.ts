import { randomBytes } from "node:crypto";

export type IdPrefix = "tnt" | "usr" | "fed" | "agc" | "grp" | "ep" | "ws" | "mbr" | "ses" | "lnk" | "aud" | "rol";

/** A prefixed random id: `ws-` and 16 hex digits. It never changes and says nothing. */
export function newId(prefix: IdPrefix): string {
  return `${prefix}-${randomBytes(8).toString("hex")}`;
}
