import { isSuperAdmin } from "#lib/access/enter.ts";
import { countUsers, pageOfUsers } from "#lib/accounts/list.ts";
import { usersById } from "#lib/accounts/users.ts";
import type { Tx } from "#lib/db.ts";
import { query } from "#lib/use-case.ts";
import { GRANTABLE, grantableOf } from "./rules.ts";
import { administratorFilter, administratorPage, type AdministratorView } from "./schema.ts";

export const listAdministrators = query({
  name: "administrators.list",
  summary: "List who holds management permissions, by name; the Super Admin holds all of them.",
  in: "tenant",
  needs: { management: "accounts.manage" },
  input: administratorFilter,
  output: administratorPage,
  async run({ tx, caller: { tenantId, subject } }, { search, permission, limit, cursor }) {
    const has = ["permissions" as const];
    const filter = { search, permission, has, status: [], kind: [] };
    const { ids, ...page } = await pageOfUsers(tx, subject, { ...filter, sort: "name", limit, cursor });
    const total = await countUsers(tx, subject, filter);
    return { data: await views(tx, tenantId, ids), page: { ...page, total }, mayGrant: isSuperAdmin(subject) };
  },
});

async function views(tx: Tx, tenantId: string, ids: readonly string[]): Promise<AdministratorView[]> {
  const users = await usersById(tx, tenantId, ids);
  const grants = await tx.managementGrant.findMany({
    where: { tenantId, principalId: { in: [...ids] } },
    select: { principalId: true, permission: true },
  });
  const held = Map.groupBy(grants, ({ principalId }) => principalId);
  return ids.flatMap((id) => {
    const user = users.get(id);
    if (!user) return [];
    const { kind, name, email, status, superAdmin, version } = user;
    const own = held.get(id)?.map(({ permission }) => permission) ?? [];
    const permissions = superAdmin ? [...GRANTABLE] : grantableOf(own);
    return [{ id, kind, name, email, status, superAdmin, permissions, version }];
  });
}
