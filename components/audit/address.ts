import type { AuditFilter } from "#lib/audit/schema.ts";

/** The log narrowed so, as an address: what `/account/audit`, the export and the count of new entries take. */
export function queryOf(filter: Partial<AuditFilter>): string {
  const query = new URLSearchParams();
  if (filter.search) query.set("search", filter.search);
  for (const name of ["outcome", "event", "actor", "workspace"] as const) {
    const values = filter[name] ?? [];
    if (values.length > 0) query.set(name, values.join(","));
  }
  for (const name of ["object", "range", "from", "to"] as const) {
    const value = filter[name];
    if (value) query.set(name, value);
  }
  return query.toString();
}

export const PAGE = "/account/audit";
/** Entries of one actor, about one object, or of one request. */
export const onlyActor = (id: string) => `${PAGE}?${queryOf({ actor: [id] })}`;
export const onlyObject = (id: string) => `${PAGE}?${queryOf({ object: id })}`;
export const onlyRequest = (id: string) => `${PAGE}?${queryOf({ search: id })}`;
