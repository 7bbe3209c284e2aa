import type { ListRow } from "./cells.tsx";

// Rows travel to the browser as one text: React would look at each of their values, on its way out and on its way in.

/** In this order a packed row has its values. */
const FIELDS = [
  ...(["id", "name", "slug", "status", "deletion", "builtIn", "version", "refusals"] as const),
  ...(["authorizationType", "owner", "enterpriseProject", "members", "createdAt", "updatedAt"] as const),
] satisfies (keyof ListRow)[];
/** Not to be assigned when a field is missing above. */
type Complete = Exclude<keyof ListRow, (typeof FIELDS)[number]> extends never ? ListRow : never;

/** Refusals that rows share are there once, and named by their place. */
type Packed = { refusals: ListRow["refusals"][]; rows: unknown[][] };

export function packRows(rows: readonly ListRow[]): string {
  const places = new Map<ListRow["refusals"], number>();
  const packed = rows.map((row) => {
    const refusals = places.get(row.refusals) ?? places.size;
    places.set(row.refusals, refusals);
    return FIELDS.map((field) => (field === "refusals" ? refusals : row[field]));
  });
  return JSON.stringify({ refusals: [...places.keys()], rows: packed } satisfies Packed);
}

export function unpackRows(text: string): ListRow[] {
  const { refusals, rows } = JSON.parse(text) as Packed;
  return rows.map((values) => {
    const row = Object.fromEntries(FIELDS.map((field, index) => [field, values[index]])) as unknown as Complete;
    return { ...row, refusals: refusals[Number(row.refusals)]! };
  });
}
