import { record } from "#lib/audit/write.ts";
import { Personal } from "#lib/audit/personal.ts";
import type { Caller } from "#lib/auth/caller.ts";
import { hashPassword } from "#lib/auth/passwords.ts";
import { bindTenant, isTaken, type Tx } from "#lib/db.ts";
import { fieldError } from "#lib/errors.ts";
import { fold } from "#lib/fold.ts";
import { newId } from "#lib/ids.ts";
import { principalKey } from "#lib/accounts/rules.ts";
import { nameKey, searchKey } from "#lib/workspaces/rules.ts";

export type NewTenant = {
  name: string;
  /** Without a password the Super Admin is INVITED and needs a one-time link. */
  superAdmin: { name: string; email: string; password: string | null };
};

export type CreatedTenant = {
  tenantId: string;
  name: string;
  superAdmin: { id: string; name: string; email: string };
  enterpriseProjectId: string;
  workspaces: { default: string; system: string };
};

type Origin = { requestId: string; address: string | null; through: Caller["through"] };

/**
 * What a tenant is born with (spec §2): its Super Admin, the enterprise project and the workspaces `default` and
 * `system`. Binds the transaction to it and writes the audit entry, since nobody could have called yet. The values must
 * have passed lib/tenants/schema.ts. `name_taken` at `tenantName` or `email`.
 */
export async function createTenant(tx: Tx, { name, superAdmin }: NewTenant, origin: Origin): Promise<CreatedTenant> {
  const tenantId = newId("tnt");
  const user = { id: newId("usr"), name: superAdmin.name, email: superAdmin.email };
  await bindTenant(tx, tenantId);
  await tx.tenant
    .create({ data: { id: tenantId, name, workspaceCount: 1 }, select: { id: true } })
    .catch((error: unknown) => {
      throw isTaken(error, "name")
        ? fieldError("tenantName", "tenants.errors.name_taken", undefined, "name_taken")
        : error;
    });
  await createSuperAdmin(tx, tenantId, user, superAdmin.password);
  const enterpriseProjectId = newId("ep");
  await tx.enterpriseProject.create({
    data: { id: enterpriseProjectId, tenantId, name: "default", nameKey: fold("default"), isDefault: true },
    select: { id: true },
  });
  const workspaces = {
    default: await createBuiltIn(tx, tenantId, user.id, enterpriseProjectId, "DEFAULT"),
    system: await createBuiltIn(tx, tenantId, user.id, enterpriseProjectId, "SYSTEM"),
  };
  const actor = { tenantId, principalId: user.id, through: origin.through };
  await record(tx, actor, origin, {
    event: "tenant.created",
    object: { kind: "tenant", id: tenantId },
    after: {
      name,
      superAdmin: { id: user.id, name: new Personal(user.id, user.name), email: new Personal(user.id, user.email) },
    },
  });
  return { tenantId, name, superAdmin: user, enterpriseProjectId, workspaces };
}

async function createSuperAdmin(tx: Tx, tenantId: string, user: CreatedTenant["superAdmin"], password: string | null) {
  const status = password === null ? "INVITED" : "ACTIVE";
  const data = {
    ...user,
    tenantId,
    kind: "USER" as const,
    status,
    superAdmin: true,
    searchKey: principalKey(user),
  } as const;
  await tx.principal.create({ data, select: { id: true } }).catch((error: unknown) => {
    throw isTaken(error, "email") ? fieldError("email", "accounts.errors.email_taken", undefined, "name_taken") : error;
  });
  if (password === null) return;
  const passwordHash = await hashPassword(password);
  await tx.credential.create({ data: { principalId: user.id, tenantId, passwordHash }, select: { principalId: true } });
}

const BUILT_IN = {
  DEFAULT: { name: "default", publicRole: "algorithm-developer" },
  SYSTEM: { name: "system", publicRole: "visitor" },
} as const;

async function createBuiltIn(
  tx: Tx,
  tenantId: string,
  ownerId: string,
  enterpriseProjectId: string,
  builtIn: keyof typeof BUILT_IN,
) {
  const { name, publicRole } = BUILT_IN[builtIn];
  const shown = { id: newId("ws"), name, slug: name, description: "" };
  await tx.workspace.create({
    data: {
      ...shown,
      tenantId,
      ownerId,
      enterpriseProjectId,
      builtIn,
      publicRole,
      authorizationType: "PUBLIC",
      nameKey: nameKey(name),
      searchKey: searchKey(shown),
    },
    select: { id: true },
  });
  return shown.id;
}
