import type { ClientBase } from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import { disableUser } from "#lib/accounts/commands.ts";
import { showUser } from "#lib/accounts/queries.ts";
import { createRole, createTenantRole, deleteRole, modifyRole } from "#lib/roles/commands.ts";
import { as } from "#lib/testing/callers.ts";
import { asOwner } from "#lib/testing/database.ts";
import {
  aGroup,
  aTenant,
  aUser,
  aWorkspace,
  type NewMember,
  type Principal,
  type Tenant,
  type User,
} from "#lib/testing/factories.ts";
import { modifyWorkspace } from "#lib/workspaces/commands.ts";
import { showWorkspace } from "#lib/workspaces/queries.ts";
import { addMembers, modifyMembers, removeMembers } from "./commands.ts";
import { listMembers } from "./queries.ts";

// What happens at the same moment happens one after the other: the workspace's row is held, and everybody is decided anew.

let acme: Tenant;
let mei: User;

beforeAll(async () => {
  acme = await aTenant();
  mei = await aUser(acme);
});

const ADMIN = ["administrator"];
const DAY = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY).toISOString();
const first = (who: Principal) => [{ principalId: who.id, version: 1 }];
const lastManager = { code: "conflict", details: { key: "members.errors.last_manager" } };

/** A workspace whose Owner's account is disabled. */
async function orphaned(...members: NewMember[]) {
  const owner = await aUser(acme);
  const { id } = await aWorkspace(acme, { owner, members });
  await disable(owner);
  return { workspace: id };
}

async function disable(user: User) {
  const { version } = await as(acme.superAdmin).run(showUser, { id: user.id });
  await as(acme.superAdmin).run(disableUser, { id: user.id, version });
}

/** How the promises ended, in the order of the words. */
async function outcomes(all: Promise<unknown>[]): Promise<string[]> {
  const settled = await Promise.allSettled(all);
  return settled.map((each) => (each.status === "fulfilled" ? "done" : (each.reason as { code: string }).code)).sort();
}

const managersOf = async (at: { workspace: string }) => {
  const { data } = await as(acme.superAdmin).run(listMembers, {}, at);
  return data.filter(({ roles, state }) => state === "active" && roles.includes("administrator")).length;
};

describe("the last one who can manage members", () => {
  test("is nobody but the Owner while their account is active: all others can go", async () => {
    const admin = await aUser(acme);
    const { id: workspace } = await aWorkspace(acme, { owner: mei, members: [{ who: admin, roles: ADMIN }] });
    await as(admin).run(removeMembers, { members: first(admin) }, { workspace });
    expect(await managersOf({ workspace })).toBe(0);
  });

  test("stays while the Owner's account is disabled, whatever is tried", async () => {
    const [admin, bo] = [await aUser(acme), await aUser(acme)];
    const at = await orphaned({ who: admin, roles: ADMIN }, { who: bo, roles: ["visitor"] });
    for (const who of [admin, acme.superAdmin]) {
      const remove = as(who).run(removeMembers, { members: first(admin) }, at);
      await expect(remove).rejects.toMatchObject(lastManager);
      const demote = as(who).run(modifyMembers, { members: first(admin), roles: ["visitor"] }, at);
      await expect(demote).rejects.toMatchObject(lastManager);
      const end = as(who).run(modifyMembers, { members: first(admin), expiresAt: inDays(1) }, at);
      await expect(end).rejects.toMatchObject(lastManager);
    }
    await as(admin).run(removeMembers, { members: first(bo) }, at);
    const view = await as(admin).run(showWorkspace, {}, at);
    const form = {
      version: view.version,
      name: view.name,
      description: "",
      enterpriseProjectId: view.enterpriseProject!.id,
      authorizationType: "INTERNAL",
      publicRole: "visitor",
      remove: [admin.id],
    };
    await expect(as(admin).run(modifyWorkspace, form, at)).rejects.toMatchObject(lastManager);
  });

  test("who would go before the last one ends, or is disabled or a group of nobody, does not count", async () => {
    const [admin, short, off] = [await aUser(acme), await aUser(acme), await aUser(acme, { status: "DISABLED" })];
    const empty = await aGroup(acme);
    const at = await orphaned(
      { who: admin, roles: ADMIN },
      { who: short, roles: ADMIN, expiresAt: new Date(Date.now() + DAY) },
      { who: off, roles: ADMIN },
      { who: empty, roles: ADMIN },
    );
    const end = as(admin).run(modifyMembers, { members: first(admin), expiresAt: inDays(2) }, at);
    await expect(end).rejects.toMatchObject(lastManager);
    const remove = as(acme.superAdmin).run(removeMembers, { members: first(admin) }, at);
    await expect(remove).rejects.toMatchObject(lastManager);
    await as(acme.superAdmin).run(removeMembers, { members: first(short) }, at);
  });

  test("where all have an end, the one of them who is left", async () => {
    const [anna, bo] = [await aUser(acme), await aUser(acme)];
    const ending = (days: number) => new Date(Date.now() + days * DAY);
    const members = [
      { who: anna, roles: ADMIN, expiresAt: ending(1) },
      { who: bo, roles: ADMIN, expiresAt: ending(2) },
    ];
    const at = await orphaned(...members);
    const later = as(anna).run(modifyMembers, { members: first(bo), expiresAt: inDays(1.5) }, at);
    await expect(later).rejects.toMatchObject(lastManager); // then Bo is the last one
    await as(anna).run(modifyMembers, { members: first(bo), expiresAt: inDays(0.5) }, at);
    await as(bo).run(removeMembers, { members: first(anna) }, at);
    const rest = as(bo).run(removeMembers, { members: [{ principalId: bo.id, version: 2 }] }, at);
    await expect(rest).rejects.toMatchObject(lastManager);
  });

  test("may be a group, or have the right by a custom role, which is then not narrowed, replaced or taken", async () => {
    const admin = await aUser(acme);
    const group = await aGroup(acme, { members: [admin] });
    const at = await orphaned({ who: admin, roles: ADMIN });
    const levels = { workspace: "full", members: "full" } as const;
    const role = await as(admin).run(createRole, { name: "Keeper", levels }, at);
    await as(admin).run(
      addMembers,
      { principals: first(group).map(({ principalId }) => ({ principalId })), roles: [role.id] },
      at,
    );
    await as(admin).run(removeMembers, { members: first(admin) }, at);
    const change = { id: role.id, version: 1, name: "Keeper", description: "" };
    const narrow = as(admin).run(modifyRole, { ...change, levels: { members: "read" } }, at);
    await expect(narrow).rejects.toMatchObject(lastManager);
    const replace = as(admin).run(deleteRole, { id: role.id, version: 1, replacement: "visitor" }, at);
    await expect(replace).rejects.toMatchObject({ code: "forbidden" }); // more than a keeper holds
    const byAnother = as(acme.superAdmin).run(deleteRole, { id: role.id, version: 1, replacement: "visitor" }, at);
    await expect(byAnother).rejects.toMatchObject(lastManager);
    await expect(as(admin).run(removeMembers, { members: first(group) }, at)).rejects.toMatchObject(lastManager);
  });
});

describe("at the same moment", () => {
  const atOnce = [
    ["demote", (who: User) => [modifyMembers, { members: first(who), roles: ["visitor"] }] as const],
    ["remove", (who: User) => [removeMembers, { members: first(who) }] as const],
    ["expire", (who: User) => [modifyMembers, { members: first(who), expiresAt: inDays(1) }] as const],
  ] as const;

  test.each(atOnce.flatMap(([one, of]) => atOnce.map(([other, to]) => [one, other, of, to] as const)))(
    "two Administrators %s and %s each other: one of them can still manage",
    async (_one, _other, of, to) => {
      const [anna, bo] = [await aUser(acme), await aUser(acme)];
      const at = await orphaned({ who: anna, roles: ADMIN }, { who: bo, roles: ADMIN });
      const [[first, input], [second, other]] = [of(bo), to(anna)];
      const ended = await outcomes([as(anna).run(first, input, at), as(bo).run(second, other, at)]);
      expect(ended.filter((word) => word === "done")).toHaveLength(1);
      const [{ lasting } = { lasting: 0 }] = await asOwner(async (owner) => {
        const sql = `SELECT count(*)::int AS lasting FROM "Membership" WHERE "workspaceId" = $1
          AND roles = '{administrator}' AND "expiresAt" IS NULL`;
        return (await owner.query<{ lasting: number }>(sql, [at.workspace])).rows;
      });
      expect(lasting).toBe(1);
    },
  );

  test("the Owner's account is disabled while the last Administrator is removed: whoever comes second is told", async () => {
    const [owner, admin] = [await aUser(acme), await aUser(acme)];
    const { id: workspace } = await aWorkspace(acme, { owner, members: [{ who: admin, roles: ADMIN }] });
    const remove = as(admin).run(removeMembers, { members: first(admin) }, { workspace });
    await outcomes([remove, disable(owner)]);
    const { data, owner: told } = await as(acme.superAdmin).run(listMembers, {}, { workspace });
    expect(told.status).toBe("DISABLED");
    if (data.length === 0)
      await expect(remove).resolves.toMatchObject({ changed: 1 }); // while the Owner was active
    else await expect(remove).rejects.toMatchObject(lastManager);
  });

  test("removed and lengthened: it is one or the other, never a member who was removed", async () => {
    for (let round = 0; round < 5; round++) {
      const bo = await aUser(acme);
      const { id: workspace } = await aWorkspace(acme, { owner: mei, members: [{ who: bo, roles: ["visitor"] }] });
      const remove = as(mei).run(removeMembers, { members: first(bo) }, { workspace });
      const lengthen = as(acme.superAdmin).run(
        modifyMembers,
        { members: first(bo), expiresAt: inDays(9) },
        { workspace },
      );
      await outcomes([remove, lengthen]);
      const { data } = await as(mei).run(listMembers, {}, { workspace });
      const removed = await remove.then(({ changed }) => changed === 1).catch(() => false);
      expect(data.length).toBe(removed ? 0 : 1);
    }
  });

  test("an Administrator who is removed does not add anybody any more", async () => {
    const [admin, friend] = [await aUser(acme), await aUser(acme)];
    const { id: workspace } = await aWorkspace(acme, { owner: mei, members: [{ who: admin, roles: ADMIN }] });
    const at = { workspace };
    await as(mei).run(removeMembers, { members: first(admin) }, at);
    const add = { principals: [{ principalId: friend.id }], roles: ADMIN };
    await expect(as(admin).run(addMembers, add, at)).rejects.toMatchObject({ code: "not_found" });
  });

  test("a role is narrowed while it is handed out: nobody hands out what they no longer hold", async () => {
    const [keeper, friend] = [await aUser(acme), await aUser(acme)];
    const { id: workspace } = await aWorkspace(acme, { owner: mei });
    const at = { workspace };
    const wide = { workspace: "read", members: "full", datasets: "full" } as const;
    const role = await as(mei).run(createRole, { name: "Keeper", levels: wide }, at);
    await as(mei).run(addMembers, { principals: [{ principalId: keeper.id }], roles: [role.id] }, at);
    const change = {
      id: role.id,
      version: 1,
      name: "Keeper",
      description: "",
      levels: { workspace: "read", members: "read" },
    };
    const ended = await outcomes([
      as(mei).run(modifyRole, change, at),
      as(keeper).run(addMembers, { principals: [{ principalId: friend.id }], roles: [role.id] }, at),
    ]);
    expect([
      ["done", "done"],
      ["done", "forbidden"],
    ]).toContainEqual(ended);
    const late = as(keeper).run(addMembers, { principals: [{ federated: "late" }], roles: [role.id] }, at);
    await expect(late).rejects.toMatchObject({ code: "forbidden" });
  });

  test("a member gets another role by the deletion of theirs while they are given more time: nothing is lengthened unseen", async () => {
    const wu = await aUser(acme);
    const { id: workspace } = await aWorkspace(acme, { owner: mei });
    const levels = { workspace: "read" } as const;
    const { id } = await as(acme.superAdmin).run(createTenantRole, { name: "Short-lived", levels });
    const add = { principals: [{ principalId: wu.id }], roles: [id], expiresAt: inDays(1) };
    await as(mei).run(addMembers, add, { workspace });
    await asOwner(async (owner) => {
      await owner.query("BEGIN");
      await owner.query(`SELECT id FROM "CustomRole" WHERE id = $1 FOR UPDATE`, [id]);
      const lengthen = as(mei).run(modifyMembers, { members: first(wu), expiresAt: inDays(9) }, { workspace });
      const told = outcomes([lengthen]);
      await expect.poll(() => waiting(owner), { timeout: 4_000 }).toBe(1);
      const exchange = `UPDATE "Membership" SET roles = '{administrator}', version = version + 1 WHERE "workspaceId" = $1`;
      await owner.query(exchange, [workspace]);
      await owner.query(`DELETE FROM "CustomRole" WHERE id = $1`, [id]);
      await owner.query("COMMIT");
      expect(await told).toEqual(["stale"]);
    });
    const { data } = await as(mei).run(listMembers, {}, { workspace });
    expect(data).toMatchObject([{ roles: ADMIN, version: 2 }]);
    expect(Date.parse(data[0]!.expiresAt!)).toBeLessThan(Date.parse(inDays(2)));
  });
});

/** How many connections wait for a lock of another one. */
async function waiting(owner: ClientBase): Promise<number> {
  const sql =
    "SELECT count(*)::int AS count FROM pg_locks l WHERE NOT l.granted AND pg_backend_pid() = ANY(pg_blocking_pids(l.pid))";
  return (await owner.query<{ count: number }>(sql)).rows[0]!.count;
}
