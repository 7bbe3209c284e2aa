"use client";

import { useRef, useState } from "react";
import type { ActionResult } from "#lib/errors.ts";
import { addMembers } from "#lib/members/actions.ts";
import { MOST_AT_ONCE } from "#lib/members/rules.ts";
import type { Additions } from "#lib/members/schema.ts";
import type { Chosen } from "./chosen.ts";

export type Outcome = Additions["rows"][number]["outcome"];
/** What came of one who was to be added. */
export type Told = { value: string; name: string; outcome: Outcome };
type Wanted = { roles: string[]; expiresAt: string | null };

/**
 * Adds members however many there are, in parts of 500. What was added stays added: when a part is refused, what is told
 * of the others is kept, and trying again goes on from there.
 */
export function useAdding(workspace: string) {
  const [progress, setProgress] = useState<{ done: number; of: number } | null>(null);
  const told = useRef(new Map<string, Outcome>());

  async function add(chosen: readonly Chosen[], wanted: Wanted): Promise<ActionResult<null>> {
    const waiting = chosen.filter(({ value }) => !told.current.has(value));
    try {
      for (let done = 0; done < waiting.length; done += MOST_AT_ONCE) {
        if (waiting.length > MOST_AT_ONCE) setProgress({ done, of: waiting.length });
        const part = waiting.slice(done, done + MOST_AT_ONCE);
        const result = await addMembers(workspace, { principals: part.map(({ ref }) => ref), ...wanted });
        if (!result.ok) return result;
        result.value.rows.forEach(({ outcome }, index) => {
          const one = part[index];
          if (one) told.current.set(one.value, outcome);
        });
      }
      return { ok: true, value: null };
    } finally {
      setProgress(null);
    }
  }

  return { progress, add, told: () => told.current };
}
