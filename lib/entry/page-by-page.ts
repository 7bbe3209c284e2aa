import type { Caller } from "#lib/auth/caller.ts";
import type { Visit } from "#lib/auth/visit.ts";
import { execute, type Query } from "#lib/use-case.ts";

/** A page of a list, as far as the whole list needs it. */
type Page<Row> = { data: readonly Row[]; page: { nextCursor: string | null } };

/**
 * A whole list, a page at a time: each in a transaction of its own, read when it is asked for. `who` is asked before each
 * one: a reader may take their time, and who was signed out or lost a permission meanwhile gets no further. Throws what
 * the query refuses.
 */
export async function* pageByPage<Row>(
  pages: Query,
  who: () => Promise<Caller | null>,
  visit: Visit,
  filter: Record<string, string>,
  { rows = 1_000, workspace }: { rows?: number; workspace?: string } = {},
): AsyncGenerator<readonly Row[], void> {
  let cursor: string | undefined;
  do {
    const input = { ...filter, limit: rows, cursor };
    const { data, page } = (await execute(pages, { caller: await who(), visit, workspace }, input)) as Page<Row>;
    yield data;
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
}
