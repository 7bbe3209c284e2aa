import { randomBytes } from "node:crypto";
import type { ManagementPermission } from "#lib/access/management.ts";
import { addAgencyActors, createAgency } from "#lib/agencies/commands.ts";
import type { Caller } from "#lib/auth/caller.ts";
import { findSession } from "#lib/auth/sessions.ts";
import { bindTenant, transaction } from "#lib/db.ts";
import { createEnterpriseProject } from "#lib/enterprise-projects/commands.ts";
import { addGroupMembers, createGroup } from "#lib/groups/commands.ts";
import type { PrincipalRef } from "#lib/members/schema.ts";
import { commandLineVisit, superAdminOf } from "#lib/server/commands/caller.ts";
import { makeTenant, makeUser } from "#lib/server/commands/accounts.ts";
import { signIn } from "#lib/testing/callers.ts";
import { members } from "#lib/testing/factories.ts";
import { execute } from "#lib/use-case.ts";
import { createWorkspace, disableWorkspace } from "#lib/workspaces/commands.ts";
import { freshDeletion } from "#lib/workspaces/deletion.ts";
import {
  AGENCIES,
  GROUPS,
  PEOPLE,
  PROJECTS,
  SUPER_ADMIN,
  TENANT,
  WORKSPACES,
  type DemoWorkspace,
} from "./demo-data.ts";

type Principal = { id: string; tenantId: string; kind: "USER" | "GROUP" | "AGENCY"; name: string };
type World = {
  tenantId: string;
  principals: Map<string, Principal>;
  callers: Map<string, Caller>;
  projects: Map<string, string>;
};

const DAY = 86_400_000;

/** Makes the demonstration's tenant, through the commands wherever there is one. Returns how to sign in. */
export async function seedDemo() {
  const password = () => randomBytes(9).toString("base64url");
  const rootPassword = password();
  const { tenantId, enterpriseProjectId } = await makeTenant({
    name: TENANT,
    admin: SUPER_ADMIN.email,
    adminName: SUPER_ADMIN.name,
    password: rootPassword,
  });
  const signIns = [{ ...SUPER_ADMIN, password: rootPassword, about: "Super Admin: everything" as string }];
  await raiseLimit(tenantId, WORKSPACES.length + 20);

  const root = await superAdminOf(tenantId);
  const world: World = {
    tenantId,
    principals: new Map(),
    callers: new Map([["root", root]]),
    projects: new Map([["default", enterpriseProjectId]]),
  };
  for (const person of PEOPLE) {
    const chosen = password();
    const { id } = await makeUser({ tenant: TENANT, email: person.email, name: person.name, password: chosen });
    signIns.push({ name: person.name, email: person.email, password: chosen, about: person.about });
    const management = "management" in person ? person.management : [];
    await grant(tenantId, id, root.principalId, management);
    const user = { id, tenantId, kind: "USER" as const, name: person.name };
    world.principals.set(person.key, user);
    const caller = await findSession(await signIn(user));
    if (caller) world.callers.set(person.key, { ...caller, through: "command_line", sessionId: null });
  }
  await endSessions(tenantId);
  await seedRosters(world, root);
  for (const name of PROJECTS) {
    const { id } = await execute(createEnterpriseProject, { caller: root, visit: commandLineVisit() }, { name });
    world.projects.set(name, id);
  }
  for (const workspace of WORKSPACES) await seedWorkspace(world, workspace);
  return { tenant: TENANT, workspaces: WORKSPACES.length, signIns };
}

async function seedRosters({ tenantId, principals }: World, caller: Caller): Promise<void> {
  const call = { caller, visit: commandLineVisit() };
  const idsOf = (keys: readonly string[]) => keys.flatMap((key) => principals.get(key)?.id ?? []);
  for (const { key, name, description, people } of GROUPS) {
    const { id } = await execute(createGroup, call, { name, description });
    await execute(addGroupMembers, call, { id, people: idsOf(people) });
    principals.set(key, { id, tenantId, kind: "GROUP", name });
  }
  for (const { key, name, description, people } of AGENCIES) {
    const { id } = await execute(createAgency, call, { name, description });
    await execute(addAgencyActors, call, { id, people: idsOf(people) });
    principals.set(key, { id, tenantId, kind: "AGENCY", name });
  }
}

async function seedWorkspace(world: World, { owner, project, ...demo }: DemoWorkspace): Promise<void> {
  const caller = world.callers.get(owner);
  const enterpriseProjectId = world.projects.get(project);
  if (!caller || !enterpriseProjectId) throw new Error(`${demo.name} names an owner or a project that is not there`);
  const call = { caller, visit: commandLineVisit() };
  const refs: PrincipalRef[] = (demo.federated ?? []).map((federated) => ({ federated }));
  const input = { name: demo.name, description: demo.description, enterpriseProjectId, authorizationType: demo.type };
  const { id } = await execute(createWorkspace, call, { ...input, members: refs });
  // Members with a role of their own, and groups: the pages that give them are still to come.
  const wanted = (demo.members ?? []).flatMap(({ who, role = "algorithm-developer" }) => {
    const principal = world.principals.get(who);
    return principal ? [{ who: principal, roles: [role] }] : [];
  });
  await members({ id, tenantId: world.tenantId }, ...wanted);
  if (demo.disabled) await execute(disableWorkspace, { ...call, workspace: id }, { version: 1 });
  await inTheLifeOf(world.tenantId, id, demo, caller.principalId);
}

type Fate = Pick<DemoWorkspace, "age" | "failed">;

/** What time and misfortune did: no command sets back a clock or makes a deletion fail. */
async function inTheLifeOf(tenantId: string, id: string, { age: [created, updated], failed }: Fate, by: string) {
  const failure = { step: "members" as const, resource: null, reason: "deletion.reasons.internal" };
  await transaction(async (tx) => {
    await bindTenant(tx, tenantId);
    await tx.workspace.update({
      where: { id },
      data: {
        createdAt: new Date(Date.now() - created * DAY),
        updatedAt: new Date(Date.now() - updated * DAY),
        ...(failed && { status: "DELETE_FAILED", deletion: { ...freshDeletion(by, { members: 1 }), failure } }),
      },
      select: { id: true },
    });
  });
}

async function raiseLimit(tenantId: string, workspaceLimit: number): Promise<void> {
  await transaction(async (tx) => {
    await bindTenant(tx, tenantId);
    await tx.tenant.update({ where: { id: tenantId }, data: { workspaceLimit }, select: { id: true } });
  });
}

async function grant(
  tenantId: string,
  principalId: string,
  grantedById: string,
  permissions: readonly ManagementPermission[],
) {
  await transaction(async (tx) => {
    await bindTenant(tx, tenantId);
    await tx.managementGrant.createMany({
      data: permissions.map((permission) => ({ tenantId, principalId, permission, grantedById })),
    });
  });
}

/** Nobody has signed in yet: the sessions that stood for people while they made their workspaces end. */
async function endSessions(tenantId: string): Promise<void> {
  await transaction(async (tx) => {
    await bindTenant(tx, tenantId);
    await tx.session.deleteMany({});
  });
}
