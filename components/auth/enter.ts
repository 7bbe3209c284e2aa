import { signIn } from "next-auth/react";

/** Signs in; returns what was refused, as a message, or null. */
export async function enter(email: string, password: string): Promise<string | null> {
  try {
    const answer = await signIn("credentials", { email, password, redirect: false });
    if (answer?.ok && !answer.error) return null;
    return answer?.error || "errors.internal";
  } catch {
    return "errors.network";
  }
}

/** A page of ours, loaded anew: what the profile prefers came with the sign-in. */
export function goTo(path: string): void {
  window.location.assign(path);
}
