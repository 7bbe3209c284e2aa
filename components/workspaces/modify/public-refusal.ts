import { ADMINISTRATOR, OWNER } from "#lib/access/roles.ts";
import type { Step } from "#lib/access/types.ts";
import type { T } from "#lib/i18n/translator.ts";
import type { WorkspaceJson } from "../api.ts";

/** Why the reader may neither make this workspace PUBLIC nor choose its public role; undefined when they may. */
export function publicRefusal({ roles, may }: WorkspaceJson, t: T): string | undefined {
  const because: readonly Step[] = may.modify.because;
  const superAdmin = because.some(({ rule }) => rule === "super_admin");
  if (superAdmin || roles.includes(OWNER) || roles.includes(ADMINISTRATOR)) return undefined;
  return t("reasons.public_needs_administrator");
}
