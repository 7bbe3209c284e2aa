import type { Message } from "#lib/errors.ts";
import type { MessageKey, T } from "./translator.ts";

function isKey(t: T, key: string): key is MessageKey {
  return t.has(key as MessageKey);
}

/** The sentence for a message that travelled as data. One that is not known gives the general sentence, never a bare key. */
export function tell(t: T, { key, params }: Message): string {
  if (isKey(t, key)) return t(key, params);
  return t(key.startsWith("fields.") ? "fields.invalid" : "errors.internal");
}
