import { beforeAll, expect, test } from "vitest";
import { mayEnter, maySee, readsSettings } from "#lib/access/enter.ts";
import type { Caller } from "#lib/auth/caller.ts";
import { bindTenant, transaction } from "#lib/db.ts";
import { fold } from "#lib/fold.ts";
import { newId } from "#lib/ids.ts";
import { callerFor } from "#lib/testing/callers.ts";
import { asOwner } from "#lib/testing/database.ts";
import { aTenant, aUser, type Tenant } from "#lib/testing/factories.ts";
import { seedMany } from "#prisma/seed/many.ts";
import { pageOfIds } from "./list.ts";
import { workspaceFilter, type WorkspaceFilter } from "./schema.ts";
import { pathsInto } from "./view.ts";

// Among thousands the list finds its pages in other ways than among a few (migration 0008): they must be the same pages.

const MANY = 4_200;

type Row = { id: string; nameKey: string; searchKey: string; status: string; createdAt: Date; updatedAt: Date };
type Facts = Parameters<typeof maySee>[1] & Row & { enterpriseProjectId: string };

let tenant: Tenant;
let rows: readonly Omit<Facts, "paths">[];
let readers: Record<string, Caller>;

function inTenant<T>(work: (tx: Parameters<Parameters<typeof transaction>[0]>[0]) => Promise<T>): Promise<T> {
  return transaction(async (tx) => {
    await bindTenant(tx, tenant.id);
    return work(tx);
  });
}

beforeAll(async () => {
  tenant = await aTenant();
  const manager = await aUser(tenant, { management: ["workspaces.manage"] });
  const shown = await aUser(tenant, { management: ["quotas.manage"] });
  const guest = await aUser(tenant);
  await seedMany({ tenant: tenant.name, workspaces: MANY, users: 30 });
  // One who is in a third of them, in some twice over by a group; and one who owns many.
  const [regular] = [await aUser(tenant)];
  const group = { id: newId("grp"), tenantId: tenant.id, kind: "GROUP" as const, name: "twice", searchKey: "twice" };
  const owner = await inTenant(async (tx) => {
    await tx.principal.create({ data: group, select: { id: true } });
    await tx.groupMember.create({ data: { tenantId: tenant.id, groupId: group.id, principalId: regular.id } });
    rows = await tx.workspace.findMany();
    const joined = rows.filter((_, index) => index % 3 === 0);
    const member = { tenantId: tenant.id, roles: ["visitor"] };
    const data = joined.flatMap(({ id }, index) => [
      { ...member, id: newId("mbr"), workspaceId: id, principalId: regular.id },
      ...(index % 5 === 0 ? [{ ...member, id: newId("mbr"), workspaceId: id, principalId: group.id }] : []),
    ]);
    await tx.membership.createMany({ data });
    const [first] = await tx.workspace.groupBy({
      by: ["ownerId"],
      where: { owner: { superAdmin: false } },
      _count: true,
      orderBy: { _count: { ownerId: "desc" } },
      take: 1,
    });
    return tx.principal.findUniqueOrThrow({ where: { id: first!.ownerId } });
  });
  await asOwner(async (client) => {
    for (const table of ["Workspace", "Membership", "Principal"]) await client.query(`ANALYZE "${table}"`);
  });
  readers = {
    superAdmin: await callerFor(tenant.superAdmin),
    manager: await callerFor(manager),
    shown: await callerFor(shown),
    guest: await callerFor(guest),
    regular: await callerFor(regular),
    owner: await callerFor({ ...owner, kind: "USER", email: owner.email! } as Parameters<typeof callerFor>[0]),
  };
}, 60_000);

const BY: Record<string, (row: Row) => (string | number)[]> = {
  name: ({ nameKey }) => [nameKey],
  status: ({ status, nameKey }) => [
    ["NORMAL", "DISABLED", "DELETING", "DELETE_FAILED", "CREATE_FAILED"].indexOf(status),
    nameKey,
  ],
  createdAt: ({ createdAt }) => [createdAt.getTime()],
  updatedAt: ({ updatedAt }) => [updatedAt.getTime()],
};

/** As PostgreSQL sorts in the C locale: by code points, which UTF-8 keeps. */
function compare(a: string | number, b: string | number): number {
  if (typeof a === "number" || typeof b === "number") return Number(a) - Number(b);
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

const pathsOf = new Map<Caller, ReturnType<typeof pathsInto>>();

/** What the list should show, row by row decided by maySee() and mayEnter(). */
async function promised(caller: Caller, filter: WorkspaceFilter): Promise<string[]> {
  const { subject } = caller;
  const now = new Date();
  const ids = rows.map(({ id }) => id);
  const known = pathsOf.get(caller) ?? inTenant((tx) => pathsInto(tx, subject, ids));
  pathsOf.set(caller, known);
  const paths = await known;
  const key = BY[filter.sort.replace("-", "")]!;
  const sign = filter.sort.startsWith("-") ? -1 : 1;
  const within = (wanted: readonly string[], value: string) => wanted.length === 0 || wanted.includes(value);
  return rows
    .map((row) => ({ ...row, paths: paths.get(row.id) ?? [] }) as Facts)
    .filter((row) => (filter.accessible ? mayEnter(subject, row, now).enters : maySee(subject, row, now)))
    .filter((row) => row.searchKey.includes(fold(filter.search.trim())))
    .filter((row) => within(filter.status, row.status) && within(filter.authorizationType, row.authorizationType))
    .filter((row) => within(filter.owner, row.ownerId) && within(filter.enterpriseProject, row.enterpriseProjectId))
    .filter(
      (row) => filter.enterpriseProject.length === 0 || readsSettings(subject, mayEnter(subject, row, now).enters),
    )
    .map((row) => ({ id: row.id, order: [...key(row), row.id] }))
    .sort((a, b) => sign * (a.order.map((part, i) => compare(part, b.order[i]!)).find((way) => way !== 0) ?? 0))
    .map(({ id }) => id);
}

const FILTERS: Record<string, object> = {
  everything: {},
  "everything, backwards": { sort: "-name" },
  "by status": { sort: "status" },
  "the latest first": { sort: "-updatedAt" },
  "those one may enter": { accessible: true, sort: "createdAt" },
  "a word of most": { search: "ws-" },
  "a course, whose names stand together": { search: "seminar" },
  "two Chinese letters at the end of the alphabet": { search: "学习" },
  "one Chinese letter": { search: "语" },
  "a Cyrillic word": { search: "МОДЕЛИ" },
  "an Arabic word": { search: "رؤية", sort: "-createdAt" },
  nothing: { search: "zqx" },
  "a letter of our spelling": { search: "zag" },
  "what LIKE would take for a pattern": { search: "c%1" },
  "a status": { status: "DISABLED" },
  "two statuses": { status: "DISABLED,NORMAL", sort: "-status" },
  "a type": { authorizationType: "PUBLIC" },
  "two types": { authorizationType: "PUBLIC,PRIVATE", sort: "updatedAt" },
  "all at once": { search: "cs1", status: "NORMAL", authorizationType: "INTERNAL", sort: "-createdAt" },
};

test.each(Object.entries(FILTERS))("%s: pages of thousands hold what maySee() shows, in order", async (_, asked) => {
  for (const [name, caller] of Object.entries(readers)) {
    const filter = workspaceFilter.parse({ limit: 100, ...asked });
    const whole = await promised(caller, filter);
    const page = (more: object) => inTenant((tx) => pageOfIds(tx, caller.subject, { ...filter, ...more }));
    const first = await page({});
    expect(first.ids, name).toEqual(whole.slice(0, 100));
    expect(first.total, name).toBe(whole.length <= 1_000 ? whole.length : null);
    const uncounted = await inTenant((tx) => pageOfIds(tx, caller.subject, filter, { counted: 10 }));
    expect(uncounted, name).toEqual({ ...first, total: whole.length <= 10 ? whole.length : null });

    const all = await page({ limit: 1_000 });
    expect(all.ids, name).toEqual(whole.slice(0, 1_000));
    if (!all.nextCursor) continue;
    const further = await page({ cursor: all.nextCursor });
    expect(further.ids, name).toEqual(whole.slice(1_000, 1_100));
    expect((await page({ cursor: further.previousCursor! })).ids, name).toEqual(whole.slice(900, 1_000));
  }
});

test("owner and enterprise project find theirs among thousands", async () => {
  const { ownerId, enterpriseProjectId } = rows.find(({ ownerId }) => ownerId !== tenant.superAdmin.id)!;
  for (const asked of [{ owner: ownerId }, { enterpriseProject: enterpriseProjectId, sort: "-updatedAt" }]) {
    const filter = workspaceFilter.parse({ limit: 50, ...asked });
    for (const caller of Object.values(readers)) {
      const { ids } = await inTenant((tx) => pageOfIds(tx, caller.subject, filter));
      expect(ids).toEqual((await promised(caller, filter)).slice(0, 50));
    }
  }
});
