import type { Message, Params } from "#lib/errors.ts";

// What forms carry of a message is text: its key, and its values behind a question mark. Apart from lib/validation.ts, so
// that a page without a form loads no validation.

/** `message("fields.too_long", { max: 256 })` → `fields.too_long?max=256` */
export function message(key: string, params?: Params): string {
  if (!params) return key;
  return `${key}?${new URLSearchParams(Object.entries(params).map(([name, value]) => [name, String(value)]))}`;
}

export function readMessage(text: string): Message {
  const [key = text, query] = text.split("?", 2);
  if (query === undefined) return { key };
  const params: Params = {};
  for (const [name, value] of new URLSearchParams(query)) {
    params[name] = /^-?\d+$/.test(value) ? Number(value) : value;
  }
  return { key, params };
}
