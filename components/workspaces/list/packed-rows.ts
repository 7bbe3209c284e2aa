import type { ListRow } from "./cells.tsx";

// Rows travel to the browser as one text: React would look at each of their values, on its way out and on its way in.

/** Refusals that rows share are named once, by their place. */
type Packed = { refusals: ListRow["refusals"][]; rows: (Omit<ListRow, "refusals"> & { refusals: number })[] };

export function packRows(rows: readonly ListRow[]): string {
  const places = new Map<ListRow["refusals"], number>();
  const packed = rows.map((row) => {
    const place = places.get(row.refusals) ?? places.size;
    places.set(row.refusals, place);
    return { ...row, refusals: place };
  });
  return JSON.stringify({ refusals: [...places.keys()], rows: packed } satisfies Packed);
}

export function unpackRows(text: string): ListRow[] {
  const { refusals, rows } = JSON.parse(text) as Packed;
  return rows.map((row) => ({ ...row, refusals: refusals[row.refusals]! }));
}
