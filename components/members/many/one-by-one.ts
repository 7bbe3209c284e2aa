import type { Act } from "#components/workspaces/bulk/bulk.ts";
import type { ActionResult, Problem } from "#lib/errors.ts";
import type { Changes } from "#lib/members/schema.ts";

type Seen = { principalId: string; version: number };
type Send = (members: Seen[]) => Promise<ActionResult<Changes>>;

/** Refusals that may be about one of several: the others are not to suffer for it. */
const ABOUT_ONE: readonly Problem["code"][] = ["forbidden", "conflict"];

/**
 * A command on many members as the dialogs for many run it: an answer for each. What is refused for several together is
 * tried one by one, so that each is told what stands in their own way.
 */
export function oneByOne(send: Send): Act {
  return async (items) => {
    const members = items.map(({ workspace: principalId, version }) => ({ principalId, version }));
    const together = await send(members);
    if (together.ok) return { ok: true, value: answers(members, together.value) };
    if (members.length === 1 || !ABOUT_ONE.includes(together.error.code)) return together;
    const each: ActionResult<unknown>[] = [];
    for (const member of members) {
      const alone = await send([member]);
      each.push(...(alone.ok ? answers([member], alone.value) : [alone]));
    }
    return { ok: true, value: each };
  };
}

function answers(members: readonly Seen[], { rows }: Changes): ActionResult<unknown>[] {
  const byId = new Map(rows.map((row) => [row.principalId, row]));
  return members.map(({ principalId }) => {
    const { outcome = "not_found", version = null } = byId.get(principalId) ?? {};
    if (outcome !== "stale" && outcome !== "not_found") return { ok: true, value: null };
    return { ok: false, error: { code: outcome, key: `errors.${outcome}`, data: { version }, requestId: "" } };
  });
}
