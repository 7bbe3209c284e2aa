"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { checkOrigin } from "#lib/entry/action.ts";
import { env } from "#lib/env.ts";
import { cookieSecret, currentVisit } from "./current.ts";
import { sessionCookie } from "./options.ts";
import { endSession } from "./sign-out.ts";

/** Ends the session of this browser and leads to the sign-in page. */
export async function signOut(): Promise<never> {
  await checkOrigin();
  const secret = await cookieSecret();
  if (secret) await endSession(secret, await currentVisit());
  // A browser takes a __Secure- cookie away only when it is told so securely.
  (await cookies()).set(sessionCookie(), "", {
    path: "/",
    maxAge: 0,
    httpOnly: true,
    secure: env().url.startsWith("https:"),
  });
  redirect("/sign-in");
}
