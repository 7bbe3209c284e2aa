import { z } from "#lib/validation.ts";

/** Where a page begins: the sort value and id of the row it comes after (or, going back, before), and its row number. */
const cursor = z.object({
  value: z
    .string()
    .max(1_200) // a name of 64 letters, one of which may fold into 18
    .regex(/^[^\0]*$/)
    .refine((value) => value.isWellFormed()), // half a character is no text of a database
  id: z.string().regex(/^[a-z]+-[0-9a-f]{16}$/),
  back: z.boolean(),
  from: z.number().int().min(1),
});
export type Cursor = z.output<typeof cursor>;

function writeCursor(at: Cursor): string {
  return Buffer.from(JSON.stringify(at)).toString("base64url");
}

/**
 * Null for what is not a cursor (any more), or has a value that this list cannot be sorted by: the list then starts at
 * its beginning.
 */
export function readCursor(text: string | undefined, accepts = (_value: string) => true): Cursor | null {
  if (!text) return null;
  try {
    const at = cursor.parse(JSON.parse(Buffer.from(text, "base64url").toString("utf8")));
    return accepts(at.value) ? at : null;
  } catch {
    return null;
  }
}

/**
 * The places around a page that was read from `at` (null: from the beginning): the number of its first row, 0 when it is
 * empty, and where the pages after and before it begin; null where there is none. `more`: rows were left in the direction
 * in which it was read.
 */
export function pagesAround(
  page: readonly { id: string; value: string }[],
  at: Cursor | null,
  more: boolean,
  limit: number,
) {
  const from = page.length === 0 ? 0 : at?.back ? Math.max(1, at.from - limit) : (at?.from ?? 1);
  const [first, last] = [page[0], page.at(-1)];
  const [hasNext, hasPrevious] = at?.back ? [true, more] : [more, at !== null];
  const place = ({ id, value }: { id: string; value: string }, back: boolean, row: number) =>
    writeCursor({ value, id, back, from: row });
  return {
    from,
    nextCursor: hasNext && last ? place(last, false, from + page.length) : null,
    previousCursor: hasPrevious && first ? place(first, true, from) : null,
  };
}
