import { encode } from "next-auth/jwt";
import { COOKIE_SECONDS } from "#lib/auth/sessions.ts";
import { env } from "#lib/env.ts";
import { signIn } from "#lib/testing/callers.ts";

// Without TLS, as here, the name has no prefix.
const NAME = "next-auth.session-token";

/** The cookie of a new session, without a way through the sign-in page: that has a test of its own. */
export async function cookieFor(person: { id: string; tenantId: string }): Promise<{ name: string; value: string }> {
  const token = { secret: await signIn(person) };
  return {
    name: NAME,
    value: await encode({ token, secret: env().secret, maxAge: COOKIE_SECONDS }),
  };
}
