import { createHmac, timingSafeEqual } from "node:crypto";
import { env } from "#lib/env.ts";

// A browser in which somebody signed in before may go on trying when others have used up the attempts of its address
// (docs/decisions/004). The cookie proves that, and nothing else: it signs nobody in.

export const KNOWN_BROWSER_COOKIE = "atrium-known-browser";

/** What the cookie of a browser holds in which `email` signed in. */
export function knownBrowserOf(email: string): string {
  return createHmac("sha256", env().secret).update(`known browser ${email}`).digest("base64url");
}

export function isKnownBrowser(email: string, cookie: string | undefined): boolean {
  const wanted = Buffer.from(knownBrowserOf(email));
  const given = Buffer.from(cookie ?? "");
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
