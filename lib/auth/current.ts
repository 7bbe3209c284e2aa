import { decode } from "next-auth/jwt";
import { cookies, headers } from "next/headers";
import { cache } from "react";
import type { Caller } from "#lib/auth/caller.ts";
import { sessionCookie } from "#lib/auth/options.ts";
import { findSession } from "#lib/auth/sessions.ts";
import { type Visit, visitOf } from "#lib/auth/visit.ts";
import { env } from "#lib/env.ts";

export const currentVisit = cache(async (): Promise<Visit> => visitOf(await headers()));

/** The secret in the session cookie; null without one, or with one that was written under another key. */
export async function cookieSecret(): Promise<string | null> {
  const token = (await cookies()).get(sessionCookie())?.value;
  if (!token) return null;
  const content = await decode({ token, secret: env().secret }).catch(() => null);
  return typeof content?.secret === "string" ? content.secret : null;
}

const looked = cache((): { up?: Promise<Caller | null> } => ({}));

/** Who asks; null when nobody is signed in. Looked up once a request. */
export function currentCaller(): Promise<Caller | null> {
  const request = looked();
  return (request.up ??= cookieSecret().then((secret) => (secret === null ? null : findSession(secret))));
}

/** Who this request comes from has been found out by the way. */
export function recognised(caller: Caller): void {
  looked().up ??= Promise.resolve(caller);
}
