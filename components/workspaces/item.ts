import { reasonText } from "#lib/access/reasons.ts";
import type { Step } from "#lib/access/types.ts";
import type { T } from "#lib/i18n/translator.ts";
import { WORKSPACE_ACTIONS, type WorkspaceAction, type WorkspaceView } from "#lib/workspaces/schema.ts";

/** A workspace as buttons and dialogs need it: no dates, and each refusal already in words. */
export type WorkspaceItem = Pick<
  WorkspaceView,
  "id" | "name" | "slug" | "status" | "deletion" | "builtIn" | "version"
> & {
  /** Why the action cannot be used; null when it can. */
  refusals: Record<WorkspaceAction, string | null>;
};

type Source = Omit<WorkspaceView, "createdAt" | "updatedAt">;

export function workspaceItem(view: Source, t: T): WorkspaceItem {
  const { id, name, slug, status, deletion, builtIn, version, may } = view;
  const refusal = (action: WorkspaceAction) => (may[action].allowed ? null : wholeReason(may[action].because, t));
  const refusals = Object.fromEntries(WORKSPACE_ACTIONS.map((action) => [action, refusal(action)]));
  return { id, name, slug, status, deletion, builtIn, version, refusals: refusals as WorkspaceItem["refusals"] };
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
