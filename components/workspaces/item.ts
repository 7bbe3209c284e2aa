import { reasonText } from "#lib/access/reasons.ts";
import type { Step } from "#lib/access/types.ts";
import type { T } from "#lib/i18n/translator.ts";
import { WORKSPACE_ACTIONS, type WorkspaceAction, type WorkspaceView } from "#lib/workspaces/schema.ts";

/** A workspace as buttons and dialogs need it: no dates, and each refusal already in words. */
export type WorkspaceItem = Pick<
  WorkspaceView,
  "id" | "name" | "slug" | "status" | "deletion" | "builtIn" | "version"
> & {
  /** Why an action cannot be used; those that can are not named. */
  refusals: Refusals;
};

type Refusals = Partial<Record<WorkspaceAction, string>>;
type Source = Omit<WorkspaceView, "createdAt" | "updatedAt">;

/** `said`: for lists, in which the same is refused for the same reasons row after row. */
export function workspaceItem(view: Source, t: T, said: Map<string, Refusals> = new Map()): WorkspaceItem {
  const { id, name, slug, status, deletion, builtIn, version, may } = view;
  return { id, name, slug, status, deletion, builtIn, version, refusals: refusalsOf(may, t, said) };
}

function refusalsOf(may: Source["may"], t: T, said: Map<string, Refusals>): Refusals {
  const refused = WORKSPACE_ACTIONS.filter((action) => !may[action].allowed);
  const key = JSON.stringify(refused.map((action) => [action, may[action].because]));
  const known = said.get(key);
  if (known) return known;
  const refusals = Object.fromEntries(refused.map((action) => [action, wholeReason(may[action].because, t)]));
  said.set(key, refusals);
  return refusals;
}

/** The step that decided, in words. */
export function lastReason(because: readonly Step[], t: T): string {
  const last = because.at(-1);
  return last ? inWords(last, t) : t("errors.forbidden");
}

/** Refusals that say everything by themselves: how somebody comes to be here has nothing to do with them. */
const ALONE: readonly Step["rule"][] = [
  "state",
  "super_admin_only",
  "system_read_only",
  "not_assignable",
  "exceeds_own",
  "outlasts_own",
  "beyond_own",
  "never_to_oneself",
  "agency_manages_nothing",
  "public_needs_administrator",
];

/** Why not, with the chain that led there: the ways in with their roles, and what these lack. */
export function wholeReason(because: readonly Step[], t: T): string {
  const last = because.at(-1);
  if (!last || ALONE.includes(last.rule)) return lastReason(because, t);
  // Who only sees a workspace from outside is no member: the last step says both.
  const steps = because.filter(({ rule }) => rule !== "not_member" || last.rule !== "outside");
  return steps.map((step) => inWords(step, t)).join(t("reasons.between"));
}

export function inWords(step: Step, t: T): string {
  return reasonText(step, t as Parameters<typeof reasonText>[1]);
}
