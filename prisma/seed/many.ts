import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { principalKey } from "#lib/accounts/rules.ts";
import { record } from "#lib/audit/write.ts";
import type { Caller } from "#lib/auth/caller.ts";
import { hashPassword } from "#lib/auth/passwords.ts";
import { bindTenant, definer, transaction, type Tx } from "#lib/db.ts";
import { AppError } from "#lib/errors.ts";
import { fold } from "#lib/fold.ts";
import { newId } from "#lib/ids.ts";
import { tell } from "#lib/live.ts";
import { makeTenant } from "#lib/server/commands/accounts.ts";
import { commandLineVisit, superAdminOf } from "#lib/server/commands/caller.ts";
import { Prisma } from "#prisma/client/client.ts";
import { GROUPS, PROJECTS } from "./many-data.ts";
import { makeMembers, makePerson, makeWorkspace, type People } from "./many-rows.ts";

// A large tenant, to try the product at a size: rows that the commands could have written, by the thousand instead of one
// by one. Every batch is a transaction of its own that keeps the tenant's count right, so it can be interrupted anywhere.

const BATCH = 500;
const TELL_EVERY = 2_000;
const MOST_TRIES = 5;
/** What the Super Admin may raise the limit to (lib/tenants). */
export const MOST_WORKSPACES = 1_000_000;

type Wanted = {
  tenant: string;
  /** How many workspaces the tenant holds in the end, `default` included and `system` not: as its limit counts them. */
  workspaces: number;
  /** How many users; in proportion to the workspaces unless said. */
  users?: number;
};
type Options = { say?: (sentence: string) => void };

/**
 * Fills the tenant of this name up to so many workspaces and users, and makes it when there is none. Started again, it
 * goes on where it ended. Raises the tenant's limit when it must. Returns what is there, what was made, and for whoever
 * was made how to sign in.
 */
export async function seedMany({ tenant, workspaces, users = usersFor(workspaces) }: Wanted, { say }: Options = {}) {
  const known = await definer<{ tenantId: string } | null>(Prisma.sql`atrium_tenant(${tenant})`);
  const signIn = known ? null : await newTenant(tenant);
  const root = await superAdminOf((known ?? signIn)!.tenantId);
  const before = await inTenant(root.tenantId, async (tx) => {
    const { workspaceCount } = await tx.tenant.findUniqueOrThrow({ where: { id: root.tenantId } });
    return { workspaces: workspaceCount, users: await tx.principal.count({ where: { kind: "USER" } }) };
  });
  const made = { workspaces: Math.max(0, workspaces - before.workspaces), users: Math.max(0, users - before.users) };
  const password = randomBytes(9).toString("base64url");
  if (made.workspaces + made.users > 0) await begin(root, before, { workspaces, users });

  await makeUsers(root, before.users, users, password, say);
  const people = await peopleOf(root);
  await makeWorkspaces(root, people, before.workspaces, workspaces, say);
  return {
    tenant,
    workspaces: Math.max(workspaces, before.workspaces),
    users: Math.max(users, before.users),
    made,
    signIns: [
      ...(signIn ? [{ email: signIn.email, password: signIn.password, about: "Super Admin: everything" }] : []),
      ...(made.users > 0
        ? [
            {
              email: people.users[0]!.email,
              password,
              about: `in many workspaces; all ${made.users} new users have it`,
            },
          ]
        : []),
    ],
  };
}

function usersFor(workspaces: number): number {
  return Math.min(5_000, Math.max(5, Math.ceil(workspaces / 20)));
}

function inTenant<T>(tenantId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return transaction(async (tx) => {
    await bindTenant(tx, tenantId);
    return work(tx);
  });
}

async function newTenant(name: string) {
  const password = randomBytes(9).toString("base64url");
  const admin = `root@${name}.test`;
  const { tenantId } = await makeTenant({ name, admin, adminName: `${name} root`, password });
  return { tenantId, email: admin, password };
}

type Sizes = { workspaces: number; users: number };

/** Room for everything, what it takes besides, and the audit entry: one a run, written before the first row. */
async function begin(root: Caller, before: Sizes, after: Sizes): Promise<void> {
  const { tenantId } = root;
  await inTenant(tenantId, async (tx) => {
    await tx.$executeRaw`
      UPDATE "Tenant" SET "workspaceLimit" = greatest("workspaceLimit", ${after.workspaces}::int) WHERE id = ${tenantId}`;
    const projects = PROJECTS.map((name) => ({ id: newId("ep"), tenantId, name, nameKey: fold(name) }));
    await tx.enterpriseProject.createMany({ data: projects, skipDuplicates: true });
    await record(tx, root, commandLineVisit(), {
      event: "tenant.seeded",
      object: { kind: "tenant", id: tenantId },
      before,
      after: { workspaces: Math.max(before.workspaces, after.workspaces), users: Math.max(before.users, after.users) },
    });
  });
}

async function makeUsers(root: Caller, from: number, to: number, password: string, say?: (sentence: string) => void) {
  if (to <= from) return;
  const { tenantId, tenantName } = root;
  const passwordHash = await hashPassword(password);
  for (let done = from; done < to; done = Math.min(to, done + BATCH)) {
    const rows = Array.from({ length: Math.min(BATCH, to - done) }, (_, index) => makePerson(tenantName, done + index));
    await inTenant(tenantId, async (tx) => {
      const data = rows.map((row) => ({ ...row, tenantId, kind: "USER" as const, searchKey: principalKey(row) }));
      await tx.principal.createMany({ data });
      await tx.credential.createMany({ data: rows.map(({ id }) => ({ principalId: id, tenantId, passwordHash })) });
      if (done === from) await makeGroups(tx, tenantId, rows);
    });
    say?.(`${number(Math.min(to, done + BATCH))} of ${number(to)} users`);
  }
}

async function makeGroups(tx: Tx, tenantId: string, users: readonly { id: string }[]): Promise<void> {
  if (await tx.principal.findFirst({ where: { kind: "GROUP" }, select: { id: true } })) return;
  for (const [index, name] of GROUPS.entries()) {
    const group = { id: newId("grp"), name };
    await tx.principal.create({
      data: { ...group, tenantId, kind: "GROUP", nameKey: fold(name), searchKey: principalKey(group) },
      select: { id: true },
    });
    const inside = users.filter((_, user) => user % GROUPS.length === index).slice(0, 30);
    await tx.groupMember.createMany({
      data: inside.map(({ id }) => ({ tenantId, groupId: group.id, principalId: id })),
    });
  }
}

/** Those who own workspaces and are in them; a few thousand are enough. */
async function peopleOf(root: Caller): Promise<People> {
  return inTenant(root.tenantId, async (tx) => {
    const active = { status: "ACTIVE" as const };
    const users = await tx.principal.findMany({
      where: { ...active, kind: "USER", superAdmin: false },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      select: { id: true, email: true },
      take: 5_000,
    });
    const groups = await tx.principal.findMany({ where: { ...active, kind: "GROUP" }, select: { id: true }, take: 50 });
    const projects = await tx.enterpriseProject.findMany({
      where: { status: "ENABLED" },
      orderBy: { nameKey: "asc" },
      select: { id: true },
      take: 100,
    });
    return { superAdminId: root.principalId, users, groups, projects };
  });
}

async function makeWorkspaces(
  root: Caller,
  people: People,
  from: number,
  to: number,
  say?: (sentence: string) => void,
): Promise<void> {
  // The tenant's own count says how many are there. A number that a name already stands for is passed over.
  for (let next = from, count = from, told = from; count < to; next += BATCH) {
    count = await patiently(() => inTenant(root.tenantId, (tx) => makeBatch(tx, root.tenantId, people, next, to)));
    if (count < to && count - told < TELL_EVERY) continue;
    say?.(`${number(count)} of ${number(to)}`);
    told = count;
  }
}

/** The next few; returns how many the tenant holds then. */
async function makeBatch(tx: Tx, tenantId: string, people: People, next: number, to: number): Promise<number> {
  const [tenant] = await tx.$queryRaw<{ count: number }[]>`
    SELECT "workspaceCount" AS count FROM "Tenant" WHERE id = ${tenantId} FOR NO KEY UPDATE`;
  const before = tenant!.count;
  const rows = Array.from({ length: Math.max(0, Math.min(BATCH, to - before)) }, (_, index) =>
    makeWorkspace(next + index, people),
  );
  const inserted = await insertWorkspaces(tx, tenantId, rows);
  const fresh = rows.filter(({ id }) => inserted.has(id));
  const members = fresh.flatMap((row) => makeMembers(row, people));
  await insertMembers(tx, tenantId, members);
  const count = before + fresh.length;
  await tx.$executeRaw`UPDATE "Tenant" SET "workspaceCount" = ${count}::int WHERE id = ${tenantId}`;
  if (count >= to) await tell(tx, { tenantId, topic: "workspaces" });
  return count;
}

/** A batch that a busy machine did not get done in time is tried again: nothing of it was written. */
async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof AppError && error.code === "unavailable") || tries === MOST_TRIES) throw error;
      await sleep(1_000);
    }
  }
}

async function insertWorkspaces(tx: Tx, tenantId: string, rows: readonly object[]): Promise<Set<string>> {
  const inserted = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO "Workspace" (id, "tenantId", name, "nameKey", slug, description, "searchKey", "enterpriseProjectId",
      "authorizationType", status, "ownerId", "createdAt", "updatedAt")
    SELECT r.id, ${tenantId}, r.name, r."nameKey", r.slug, r.description, r."searchKey", r."enterpriseProjectId",
      r."authorizationType", r.status, r."ownerId", r."createdAt", r."updatedAt"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r (id text, name text, "nameKey" text, slug text,
      description text, "searchKey" text, "enterpriseProjectId" text, "authorizationType" "AuthorizationType",
      status "WorkspaceStatus", "ownerId" text, "createdAt" timestamptz, "updatedAt" timestamptz)
    ON CONFLICT DO NOTHING RETURNING id`;
  return new Set(inserted.map(({ id }) => id));
}

async function insertMembers(tx: Tx, tenantId: string, rows: readonly object[]): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "Membership" (id, "tenantId", "workspaceId", "principalId", roles, "expiresAt")
    SELECT r.id, ${tenantId}, r."workspaceId", r."principalId", r.roles, r."expiresAt"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS r (id text, "workspaceId" text, "principalId" text, roles text[], "expiresAt" timestamptz)`;
}

function number(value: number): string {
  return value.toLocaleString("en-US");
}
