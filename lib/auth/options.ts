import { randomUUID } from "node:crypto";
import type { AuthOptions } from "next-auth";
import credentials from "next-auth/providers/credentials";
import { keepPreferences, knownBrowser, rememberBrowser } from "#lib/auth/browser-cookies.ts";
import { COOKIE_SECONDS, findSession } from "#lib/auth/sessions.ts";
import { signIn } from "#lib/auth/sign-in.ts";
import { endSession } from "#lib/auth/sign-out.ts";
import { env } from "#lib/env.ts";
import { AppError } from "#lib/errors.ts";
import { logger } from "#lib/logger.ts";
import { message } from "#lib/message.ts";
import { visitOf } from "#lib/auth/visit.ts";

const secure = () => env().url.startsWith("https:");
export const sessionCookie = () => `${secure() ? "__Secure-" : ""}next-auth.session-token`;

/**
 * next-auth 4 refuses database sessions with credentials, so its token carries the secret of a Session row and nothing
 * else; the row is looked up on each request (lib/auth/current.ts) and can be revoked at once.
 */
export function authOptions(): AuthOptions {
  process.env.NEXTAUTH_URL = env().url; // next-auth has no option for it
  return {
    secret: env().secret,
    useSecureCookies: secure(),
    session: { strategy: "jwt", maxAge: COOKIE_SECONDS },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    logger: {
      error: (code, metadata) => logger().warn({ code, metadata: String(metadata) }, "next-auth"),
      warn: () => undefined,
      debug: () => undefined,
    },
    providers: [
      credentials({
        credentials: { email: {}, password: {} },
        async authorize(input, request) {
          try {
            const visit = visitOf(new Headers(request.headers as Record<string, string>));
            const { secret, account } = await signIn(input, visit, await knownBrowser());
            return { id: account.principalId, secret };
          } catch (error) {
            // What next-auth shows the form is a message, like every refusal.
            if (error instanceof AppError) {
              throw new Error(message(error.details.key ?? `errors.${error.code}`, error.details.params), {
                cause: error,
              });
            }
            logger().error({ error }, "sign-in failed");
            throw new Error("errors.internal", { cause: error });
          }
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user && "secret" in user ? { secret: user.secret } : token),
      session: ({ session }) => ({ expires: session.expires }),
    },
    events: {
      async signIn({ user }) {
        const caller = "secret" in user && typeof user.secret === "string" ? await findSession(user.secret) : null;
        if (!caller) return;
        await keepPreferences(caller);
        if (caller.email) await rememberBrowser(caller.email);
      },
      async signOut({ token }) {
        if (typeof token?.secret === "string")
          await endSession(token.secret, { requestId: randomUUID(), address: null });
      },
    },
  };
}
