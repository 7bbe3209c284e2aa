import type { MessageKey, T } from "#lib/i18n/translator.ts";

/** Where the words for an event stand in the messages: `workspace.created` → `audit.events.workspace_created`. */
export function eventKey(event: string): string {
  return `audit.events.${event.replaceAll(".", "_")}`;
}

/** An event in words; its name as it is where there are none (any more). */
export function eventText(t: T, event: string): string {
  const key = eventKey(event) as MessageKey;
  return t.has(key) ? t(key) : event;
}
