import { reasonText } from "#lib/access/reasons.ts";
import type { Step } from "#lib/access/types.ts";
import type { AuditEntry } from "#lib/audit/schema.ts";
import { tell } from "#lib/i18n/tell.ts";
import type { T } from "#lib/i18n/translator.ts";

/** Why something was refused: each step of the decision in words, or the sentence of its code where none was taken. */
export function refusalSteps(t: T, reason: AuditEntry["reason"]): string[] {
  if (!reason) return [];
  const steps = (reason.because as Step[]).map((step) => reasonText(step, t as Parameters<typeof reasonText>[1]));
  return steps.length > 0 ? steps : [tell(t, { key: `errors.${reason.code}` })];
}
