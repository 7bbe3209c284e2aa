"use client";

import { useState } from "react";
import type { Problem } from "#lib/errors.ts";
import type { UserView } from "#lib/accounts/schema.ts";
import { fetchUser, type UserNow } from "./api.ts";

/**
 * The user that a question is about. When somebody else changed them meanwhile (`look` at what was refused), `now` is how
 * they are, and the question goes on from there: a second press is for what is told then.
 */
export function useCurrent(user: UserView) {
  const [now, setNow] = useState<UserNow | null>(null);

  async function look({ code }: Problem): Promise<void> {
    if (code !== "stale" && code !== "conflict") return;
    setNow((await fetchUser(user.id).catch(() => null)) ?? now);
  }

  return { current: now ?? user, now, look };
}
