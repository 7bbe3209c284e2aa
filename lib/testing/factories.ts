import { randomBytes } from "node:crypto";
import type { ManagementPermission } from "#lib/access/management.ts";
import type { AuthorizationType, WorkspaceStatus } from "#lib/access/types.ts";
import { principalKey } from "#lib/accounts/rules.ts";
import { hashPassword } from "#lib/auth/passwords.ts";
import { bindTenant, transaction, type Tx } from "#lib/db.ts";
import { fold } from "#lib/fold.ts";
import { newId } from "#lib/ids.ts";
import { createTenant } from "#lib/tenants/create.ts";
import { nameKey, searchKey } from "#lib/workspaces/rules.ts";
import type { Prisma } from "#prisma/client/client.ts";

// Things to begin a test, a browser test or the demonstration with: what no command can reach yet, and what would only be
// in the way of the story. Everything has a name of its own unless one is given; the database is the one of lib/db.ts.

/** Everybody made here signs in with it. */
export const PASSWORD = "correct horse battery staple";

// Hashed once: argon2 is slow on purpose.
let hashed: Promise<string> | undefined;

export type Principal = {
  id: string;
  tenantId: string;
  kind: "USER" | "FEDERATED_USER" | "AGENCY" | "GROUP";
  name: string;
};
export type User = Principal & { kind: "USER"; email: string };
export type Tenant = {
  id: string;
  name: string;
  superAdmin: User;
  enterpriseProjectId: string;
  workspaces: { default: string; system: string };
};
export type Workspace = { id: string; tenantId: string; name: string; slug: string; version: number; owner: Principal };
type Status = "ACTIVE" | "INVITED" | "UNSEEN" | "DISABLED";

/** Six letters that nobody has yet. */
function fresh(): string {
  return Array.from(randomBytes(6), (byte) => String.fromCharCode(97 + (byte % 26))).join("");
}

function inTenant<T>(tenantId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return transaction(async (tx) => {
    await bindTenant(tx, tenantId);
    return work(tx);
  });
}

/** As the setup link makes it; the Super Admin is active and has a password. */
export async function aTenant({ name = `acme-${fresh()}`, workspaceLimit = 10 } = {}): Promise<Tenant> {
  const passwordHash = await (hashed ??= hashPassword(PASSWORD));
  return transaction(async (tx) => {
    const superAdmin = { name: "Rosa Admin", email: `rosa@${name}.test`, password: null };
    const origin = { requestId: newId("aud"), address: null, through: "command_line" as const };
    const created = await createTenant(tx, { name, superAdmin }, origin);
    const { tenantId, enterpriseProjectId, workspaces } = created;
    const { id } = created.superAdmin;
    await tx.principal.update({ where: { id }, data: { status: "ACTIVE" }, select: { id: true } });
    await tx.credential.create({ data: { principalId: id, tenantId, passwordHash }, select: { tenantId: true } });
    await tx.tenant.update({ where: { id: tenantId }, data: { workspaceLimit }, select: { id: true } });
    return {
      id: tenantId,
      name,
      superAdmin: { ...created.superAdmin, tenantId, kind: "USER" },
      enterpriseProjectId,
      workspaces,
    };
  });
}

type NewUser = {
  name?: string;
  email?: string;
  status?: Status;
  management?: readonly ManagementPermission[];
  groups?: readonly Principal[];
  language?: string;
  timeZone?: string;
};

/** A sub-user with the password above (INVITED ones have none). */
export async function aUser(tenant: { id: string }, options: NewUser = {}): Promise<User> {
  const { name = `User ${fresh()}`, email = `${fresh()}@people.test`, status = "ACTIVE", language, timeZone } = options;
  const passwordHash = await (hashed ??= hashPassword(PASSWORD));
  const id = newId("usr");
  const row = { id, tenantId: tenant.id, kind: "USER" as const, name, email };
  await inTenant(tenant.id, async (tx) => {
    const data = { ...row, status, language, timeZone, searchKey: principalKey(row) };
    await tx.principal.create({ data, select: { id: true } });
    if (status !== "INVITED") {
      await tx.credential.create({
        data: { principalId: id, tenantId: tenant.id, passwordHash },
        select: { tenantId: true },
      });
    }
    const grants = (options.management ?? []).map((permission) => ({
      tenantId: tenant.id,
      principalId: id,
      permission,
    }));
    await tx.managementGrant.createMany({ data: grants });
    const memberships = (options.groups ?? []).map((group) => ({
      tenantId: tenant.id,
      groupId: group.id,
      principalId: id,
    }));
    await tx.groupMember.createMany({ data: memberships });
  });
  return row;
}

async function aPrincipal<K extends Principal["kind"]>(
  tx: Tx,
  tenant: { id: string },
  row: { id: string; kind: K; name: string; status?: Status; externalId?: string },
): Promise<Principal & { kind: K }> {
  const { status: _status, externalId: _externalId, ...shown } = row;
  const nameKey = row.kind === "GROUP" || row.kind === "AGENCY" ? fold(row.name) : null;
  const data = { ...row, tenantId: tenant.id, nameKey, searchKey: principalKey(row) };
  await tx.principal.create({ data, select: { id: true } });
  return { ...shown, tenantId: tenant.id };
}

export function aGroup(
  tenant: { id: string },
  { name = `Group ${fresh()}`, members = [] as readonly Principal[] } = {},
) {
  return inTenant(tenant.id, async (tx) => {
    const group = await aPrincipal(tx, tenant, { id: newId("grp"), kind: "GROUP", name });
    const data = members.map(({ id }) => ({ tenantId: tenant.id, groupId: group.id, principalId: id }));
    await tx.groupMember.createMany({ data });
    return group;
  });
}

/** `actors` may act as it. */
export function anAgency(
  tenant: { id: string },
  { name = `Agency ${fresh()}`, actors = [] as readonly Principal[] } = {},
) {
  return inTenant(tenant.id, async (tx) => {
    const agency = await aPrincipal(tx, tenant, { id: newId("agc"), kind: "AGENCY", name });
    const data = actors.map(({ id }) => ({ tenantId: tenant.id, agencyId: agency.id, principalId: id }));
    await tx.agencyActor.createMany({ data });
    return agency;
  });
}

/** One who was named before the first sign-in, unless `status` says otherwise. */
export function aFederatedUser(tenant: { id: string }, { name = `fed-${fresh()}`, status = "UNSEEN" as Status } = {}) {
  const row = { id: newId("fed"), kind: "FEDERATED_USER" as const, name, status, externalId: name };
  return inTenant(tenant.id, (tx) => aPrincipal(tx, tenant, row));
}

export async function anEnterpriseProject(
  tenant: { id: string },
  { name = `project-${fresh()}`, status = "ENABLED" as "ENABLED" | "DISABLED" } = {},
): Promise<{ id: string; name: string }> {
  const id = newId("ep");
  const data = { id, tenantId: tenant.id, name, nameKey: fold(name), status };
  await inTenant(tenant.id, (tx) => tx.enterpriseProject.create({ data, select: { id: true } }));
  return { id, name };
}

export type NewMember = { who: Principal; roles: readonly string[]; expiresAt?: Date };
type NewWorkspace = {
  type?: AuthorizationType;
  /** The Super Admin unless somebody else. */
  owner?: Principal;
  members?: readonly NewMember[];
  status?: WorkspaceStatus;
  publicRole?: string;
  name?: string;
  slug?: string;
  description?: string;
  enterpriseProjectId?: string;
  deletion?: Prisma.InputJsonObject;
  createdAt?: Date;
  updatedAt?: Date;
};

/** INTERNAL, NORMAL and empty unless said. Counts against the tenant's limit, and raises it when there is no room. */
export async function aWorkspace(tenant: Tenant, options: NewWorkspace = {}): Promise<Workspace> {
  const {
    name = `team-${fresh()}`,
    owner = tenant.superAdmin,
    description = "",
    type = "INTERNAL",
    members = [],
  } = options;
  const { slug = `w-${fresh()}`, enterpriseProjectId = tenant.enterpriseProjectId, ...rest } = options;
  const identity = { id: newId("ws"), name, slug, description };
  const { status, publicRole, deletion, createdAt, updatedAt } = rest;
  const given = { status, publicRole, deletion, createdAt, updatedAt, enterpriseProjectId, authorizationType: type };
  const keys = { nameKey: nameKey(name), searchKey: searchKey(identity) };
  await inTenant(tenant.id, async (tx) => {
    const count = `"workspaceCount" = "workspaceCount" + 1`;
    const limit = `"workspaceLimit" = greatest("workspaceLimit", "workspaceCount" + 1)`;
    await tx.$executeRawUnsafe(`UPDATE "Tenant" SET ${count}, ${limit} WHERE id = $1`, tenant.id);
    const data = { ...given, ...identity, ...keys, tenantId: tenant.id, ownerId: owner.id };
    await tx.workspace.create({ data, select: { id: true } });
    await addMembers(tx, { id: identity.id, tenantId: tenant.id }, members);
  });
  return { id: identity.id, name, slug, tenantId: tenant.id, version: 1, owner };
}

/** Members of a workspace that is there already. */
export async function members(workspace: { id: string; tenantId: string }, ...wanted: NewMember[]): Promise<void> {
  await inTenant(workspace.tenantId, (tx) => addMembers(tx, workspace, wanted));
}

async function addMembers(tx: Tx, { id, tenantId }: { id: string; tenantId: string }, wanted: readonly NewMember[]) {
  const data = wanted.map(({ who, roles, expiresAt }) => {
    return { id: newId("mbr"), tenantId, workspaceId: id, principalId: who.id, roles: [...roles], expiresAt };
  });
  await tx.membership.createMany({ data });
}
