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
  const key = JSON.stringify(refused.map((action) => [action, may[action].because.at(-1)]));
  const known = said.get(key);
  if (known) return known;
  const refusals = Object.fromEntries(refused.map((action) => [action, lastReason(may[action].because, t)]));
  said.set(key, refusals);
  return refusals;
}

/** The step that decided, in words. */
export function lastReason(because: readonly Step[], t: T): string {
  const last = because.at(-1);
  return last ? inWords(last, t) : t("errors.forbidden");
}

export function inWords(step: Step, t: T): string {
  return reasonText(step, t as Parameters<typeof reasonText>[1]);
}
