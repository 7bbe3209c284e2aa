import { z } from "#lib/validation.ts";

/** Where a page begins: the sort value and id of the row it comes after (or, going back, before), and its row number. */
const cursor = z.object({
  value: z.string().max(300),
  id: z.string().max(64),
  back: z.boolean(),
  from: z.number().int().min(1),
});
export type Cursor = z.output<typeof cursor>;

export function writeCursor(at: Cursor): string {
  return Buffer.from(JSON.stringify(at)).toString("base64url");
}

/** Null for what is not a cursor (any more): the list then starts at its beginning. */
export function readCursor(text: string | undefined): Cursor | null {
  if (!text) return null;
  try {
    return cursor.parse(JSON.parse(Buffer.from(text, "base64url").toString("utf8")));
  } catch {
    return null;
  }
}
