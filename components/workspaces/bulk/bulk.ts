import type { ActionResult, Problem } from "#lib/errors.ts";

/** What can be done with many workspaces at once. */
export type Bulk = "disable" | "enable" | "move" | "delete";

/** One of many: a workspace, or somebody in one. */
export type BulkItem = { id: string; name: string; version: number };

/** An action of lib/entry/many.ts, its common input given. */
export type Act = (
  items: readonly { workspace: string; version: number }[],
) => Promise<ActionResult<ActionResult<unknown>[]>>;

/** How it went with one of them, worst first. `unanswered`: it was sent, and nobody knows what came of it. */
export const KINDS = ["refused", "changed", "gone", "unanswered", "passing", "unsent", "done"] as const;
export type Kind = (typeof KINDS)[number];
export type Outcome = {
  kind: Kind;
  problem?: Problem;
  /** It had been sent before, without an answer: what stands in its way now may be that very change. */
  again?: boolean;
};

const PASSING: readonly Problem["code"][] = ["unavailable", "too_many_requests", "unauthenticated"];

/** `problem` null: it was done. */
export function outcomeOf(problem: Problem | null, before: Outcome | undefined): Outcome {
  if (!problem) return { kind: "done" };
  const again = before?.kind === "unanswered" || before?.again;
  if (problem.key === "errors.network") return { kind: "unanswered", problem };
  if (PASSING.includes(problem.code)) return { kind: again ? "unanswered" : "passing", problem };
  if (problem.code === "stale") return { kind: "changed", problem, again };
  if (problem.code === "not_found") return { kind: "gone", problem, again };
  return { kind: "refused", problem, again };
}

/** Those that may be sent (again): nothing but time or the line stood in their way. */
export function canTryAgain({ kind }: Outcome): boolean {
  return kind === "passing" || kind === "unanswered" || kind === "unsent";
}

/** What stays selected: all that is neither done nor gone, each as it is by now, as far as the server told. */
export function restOf<I extends BulkItem>(items: readonly I[], outcomes: ReadonlyMap<string, Outcome>): I[] {
  return items.flatMap((item) => {
    const { kind, problem } = outcomes.get(item.id) ?? { kind: "unsent" };
    if (kind === "done" || kind === "gone") return [];
    return [{ ...item, version: kind === "changed" ? presentVersion(problem, item.version) : item.version }];
  });
}

function presentVersion(problem: Problem | undefined, known: number): number {
  const data = problem?.data;
  return typeof data === "object" && data !== null && "version" in data && typeof data.version === "number"
    ? data.version
    : known;
}
