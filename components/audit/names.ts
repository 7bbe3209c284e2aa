import type { MessageKey, T } from "#lib/i18n/translator.ts";

/** What kind of thing an entry is about; the kind itself where it has no words. */
export function kindText(t: T, kind: string): string {
  const key = `audit.kinds.${kind}` as MessageKey;
  return t.has(key) ? t(key) : kind;
}

export function throughText(t: T, through: string): string {
  const key = `audit.through.${through}` as MessageKey;
  return t.has(key) ? t(key) : through;
}
