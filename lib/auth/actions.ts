"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { cookieSecret, currentVisit } from "./current.ts";
import { sessionCookie } from "./options.ts";
import { endSession } from "./sign-out.ts";

/** Ends the session of this browser and leads to the sign-in page. */
export async function signOut(): Promise<never> {
  const secret = await cookieSecret();
  if (secret) await endSession(secret, await currentVisit());
  (await cookies()).delete(sessionCookie());
  redirect("/sign-in");
}
