import type { MessageKey, T } from "#lib/i18n/translator.ts";

/** On the server what useRoleName says in the browser: a built-in role in the reader's language, a custom one as it was named. */
export function roleName(role: string, names: Readonly<Record<string, string>>, t: T): string {
  const key = `roles.${role}.name` as MessageKey;
  return t.has(key) ? t(key) : (names[role] ?? role);
}
