"use client";

import { unstable_isUnrecognizedActionError } from "next/navigation";

/**
 * A server action that was called and gave no answer: what to say of it, as a message. The line is down, the server is
 * being replaced, or it was replaced by another version since the page was opened and does not know this action any more.
 * Throws on what Next.js lets travel as errors: redirects and "not found" of an action.
 */
export function noAnswer(error: unknown): "errors.network" | "errors.new_version" {
  if (error instanceof Error && "digest" in error && String(error.digest).startsWith("NEXT_")) throw error;
  return unstable_isUnrecognizedActionError(error) ? "errors.new_version" : "errors.network";
}
