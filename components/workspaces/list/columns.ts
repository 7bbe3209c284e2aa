/** What the list can leave out; name, id and operations always stand there. In the table's order. */
export const COLUMNS = [
  "status",
  "authorizationType",
  "owner",
  "enterpriseProject",
  "members",
  "created",
  "updated",
] as const;
export type Column = (typeof COLUMNS)[number];

/** As somebody has chosen; all, when they never did. What was chosen under another version and is gone is left out. */
export function shownColumns(chosen: readonly string[] | null): readonly Column[] {
  return chosen === null ? COLUMNS : COLUMNS.filter((column) => chosen.includes(column));
}
