import { expect, test } from "vitest";
import { mayEnter, maySee } from "#lib/access/enter.ts";
import { MANAGEMENT_PERMISSIONS, type ManagementPermission } from "#lib/access/management.ts";
import type { Path, Subject, WorkspaceFacts } from "#lib/access/types.ts";
import { bindTenant, transaction } from "#lib/db.ts";
import { newId } from "#lib/ids.ts";
import { bookOf } from "#lib/roles/book.ts";
import { callerFor } from "#lib/testing/callers.ts";
import { aGroup, aTenant, aUser, aWorkspace, type NewMember, type User } from "#lib/testing/factories.ts";
import { pageOfIds } from "./list.ts";
import { AUTHORIZATION_TYPES, STATUSES, workspaceFilter } from "./schema.ts";
import { enterable, visible } from "./visible.ts";

const NOW = new Date();
const YESTERDAY = new Date(NOW.getTime() - 86_400_000);
const TOMORROW = new Date(NOW.getTime() + 86_400_000);

test("lists show exactly what maySee() and mayEnter() allow, for every type, status, way in and permission", async () => {
  const tenant = await aTenant();
  const [member, insider, stranger] = [await aUser(tenant), await aUser(tenant), await aUser(tenant)];
  const group = await aGroup(tenant, { members: [insider] });
  const managers = await Promise.all(
    MANAGEMENT_PERMISSIONS.map((permission: ManagementPermission) => aUser(tenant, { management: [permission] })),
  );
  const people: User[] = [tenant.superAdmin, member, insider, stranger, ...managers];

  const ofTenant = await aRole(tenant, null);
  const ofAnother = await aRole(tenant, (await aWorkspace(tenant)).id);

  const ways: NewMember[][] = [
    [],
    [{ who: member, roles: ["visitor"] }],
    [{ who: member, roles: ["visitor"], expiresAt: YESTERDAY }],
    [{ who: member, roles: ["administrator"], expiresAt: TOMORROW }],
    [{ who: member, roles: ["a-role-that-is-gone"] }],
    [{ who: group, roles: ["algorithm-developer"] }],
    [{ who: member, roles: [ofTenant] }],
    [{ who: group, roles: ["a-role-that-is-gone", ofTenant] }],
    [{ who: member, roles: [ofAnother] }],
  ];
  const made: { facts: Omit<WorkspaceFacts, "paths">; members: NewMember[] }[] = [];
  for (const type of AUTHORIZATION_TYPES) {
    for (const status of STATUSES) {
      for (const [index, members] of ways.entries()) {
        const owner = index === 0 ? stranger : tenant.superAdmin;
        const { id } = await aWorkspace(tenant, { type, status, members, owner });
        const facts = { id, ownerId: owner.id, status, authorizationType: type, publicRole: "visitor", builtIn: null };
        made.push({ facts, members });
      }
    }
  }

  for (const person of people) {
    const { subject } = await callerFor(person);
    const rows = await transaction(async (tx) => {
      await bindTenant(tx, tenant.id);
      return tx.$queryRaw<{ id: string; seen: boolean; entered: boolean }[]>`
        SELECT w.id, ${visible(subject)} AS seen, ${enterable(subject)} AS entered FROM "Workspace" w WHERE w."builtIn" IS NULL`;
    });
    const found = new Map(rows.map((row) => [row.id, row]));
    // The list's own way to the same rows.
    const listed = { seen: await listedFor(subject, false), entered: await listedFor(subject, true) };
    for (const { facts, members } of made) {
      const paths = members.flatMap((given) => pathsOf(given, person, insider, group.id));
      const workspace = { ...facts, paths, book: bookOf([{ id: ofTenant, name: "Trainer", levels: {} }]) };
      const promised = { seen: maySee(subject, workspace, NOW), entered: mayEnter(subject, workspace, NOW).enters };
      expect({
        person: person.name,
        ...facts,
        seen: found.get(facts.id)?.seen,
        entered: found.get(facts.id)?.entered,
        listed: { seen: listed.seen.has(facts.id), entered: listed.entered.has(facts.id) },
      }).toEqual({
        person: person.name,
        ...facts,
        ...promised,
        listed: promised,
      });
    }
  }
});

async function listedFor(subject: Subject, accessible: boolean): Promise<Set<string>> {
  return transaction(async (tx) => {
    await bindTenant(tx, subject.tenantId);
    return new Set((await pageOfIds(tx, subject, workspaceFilter.parse({ accessible, limit: 1_000 }))).ids);
  });
}

async function aRole(tenant: { id: string }, workspaceId: string | null): Promise<string> {
  const id = newId("rol");
  const data = { id, tenantId: tenant.id, workspaceId, name: id, nameKey: id, levels: {} };
  await transaction(async (tx) => {
    await bindTenant(tx, tenant.id);
    await tx.customRole.create({ data, select: { id: true } });
  });
  return id;
}

function pathsOf({ who, roles, expiresAt }: NewMember, person: User, insider: User, groupId: string): Path[] {
  const path = { principalId: who.id, principalName: who.name, roles: [...roles], expiresAt: expiresAt ?? null };
  if (who.id === person.id) return [{ via: "membership", ...path }];
  return who.id === groupId && person.id === insider.id ? [{ via: "group", ...path }] : [];
}
