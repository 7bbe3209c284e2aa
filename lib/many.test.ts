import { expect, test } from "vitest";
import type { Caller } from "#lib/auth/caller.ts";
import { AppError } from "#lib/errors.ts";
import { executeMany } from "#lib/many.ts";
import { as, aVisit, callerFor } from "#lib/testing/callers.ts";
import { asOwner } from "#lib/testing/database.ts";
import { anEnterpriseProject, aTenant, aUser, aWorkspace, type Workspace } from "#lib/testing/factories.ts";
import type { Command } from "#lib/use-case.ts";
import {
  deleteWorkspace,
  disableWorkspace,
  enableWorkspace,
  modifyWorkspace,
  moveWorkspace,
} from "#lib/workspaces/commands.ts";
import { showWorkspace } from "#lib/workspaces/queries.ts";

const item = ({ id, version }: Workspace) => ({ workspace: id, version });

/** "done", or the code of the refusal, for each. */
async function run(caller: Caller | null, command: Command, items: unknown, input: unknown = {}): Promise<string[]> {
  const results = await executeMany(command, { caller, visit: aVisit() }, items, input);
  return results.map((result) => (result.ok ? "done" : result.error.code));
}

async function eventsOf({ id }: Workspace): Promise<string[]> {
  const sql = `SELECT event, outcome FROM "AuditEntry" WHERE "objectId" = $1 OR "workspaceId" = $1 ORDER BY at`;
  const { rows } = await asOwner((owner) => owner.query<{ event: string; outcome: string }>(sql, [id]));
  return rows.map(({ event, outcome }) => (outcome === "ALLOWED" ? event : `${event} refused`));
}

test("each gets its own answer, and what one is refused changes nothing for the others", async () => {
  const tenant = await aTenant();
  const mei = await aUser(tenant);
  const own = await aWorkspace(tenant, { owner: mei });
  const changed = await aWorkspace(tenant, { owner: mei });
  const disabled = await aWorkspace(tenant, { owner: mei, status: "DISABLED" });
  const visited = await aWorkspace(tenant, { members: [{ who: mei, roles: ["visitor"] }] });
  const hidden = await aWorkspace(tenant, { type: "PRIVATE" });
  const foreign = await aWorkspace(await aTenant());
  const last = await aWorkspace(tenant, { owner: mei });
  await as(mei).run(enableWorkspace, { version: 1 }, { workspace: disabled });
  await as(mei).run(disableWorkspace, { version: 2 }, { workspace: disabled });

  const caller = await callerFor(mei);
  const all = [own, changed, disabled, visited, hidden, foreign, last].map(item);
  all[1]!.version = 7;
  expect(await run(caller, disableWorkspace, all)).toEqual([
    "done",
    "stale",
    "workspace_state",
    "forbidden",
    "not_found",
    "not_found",
    "done",
  ]);
  expect(await eventsOf(own)).toEqual(["workspace.disabled"]);
  expect(await eventsOf(changed)).toEqual([]);
  expect(await eventsOf(visited)).toEqual(["workspaces.disable refused"]);
  expect(await eventsOf(hidden)).toEqual([]);
  expect((await as(mei).run(showWorkspace, {}, { workspace: last })).status).toBe("DISABLED");
});

test("what is sent twice has effect once", async () => {
  const tenant = await aTenant();
  const labs = [await aWorkspace(tenant), await aWorkspace(tenant)];
  const caller = await callerFor(tenant.superAdmin);
  const word = { confirm: "DELETE" };
  const [first, second] = await Promise.all([
    run(caller, deleteWorkspace, labs.map(item), word),
    run(caller, deleteWorkspace, labs.map(item), word),
  ]);
  for (const index of [0, 1]) {
    const outcomes = [first[index], second[index]];
    expect(outcomes.filter((outcome) => outcome === "done")).toHaveLength(1);
    expect(["stale", "workspace_state", "not_found"]).toContain(outcomes.find((outcome) => outcome !== "done"));
  }
  for (const lab of labs) {
    const started = (await eventsOf(lab)).filter((event) => event === "workspace.deletion_started");
    expect(started).toHaveLength(1);
  }
});

test("nothing is deleted without the word, and built-in ones never", async () => {
  const tenant = await aTenant();
  const lab = await aWorkspace(tenant);
  const caller = await callerFor(tenant.superAdmin);
  expect(await run(caller, deleteWorkspace, [item(lab)], { confirm: "delete" })).toEqual(["invalid_input"]);
  const builtIn = Object.values(tenant.workspaces).map((workspace) => ({ workspace, version: 1 }));
  expect(await run(caller, deleteWorkspace, builtIn, { confirm: "DELETE" })).toEqual(["built_in", "built_in"]);
  expect(await run(caller, disableWorkspace, builtIn)).toEqual(["built_in", "built_in"]);
});

test("an enterprise project is changed alone, unless it is none of the tenant's enabled ones", async () => {
  const tenant = await aTenant();
  const lab = await aWorkspace(tenant, { description: "stays" });
  const research = await anEnterpriseProject(tenant, { name: "Research" });
  const closed = await anEnterpriseProject(tenant, { status: "DISABLED" });
  const foreign = await anEnterpriseProject(await aTenant());
  const caller = await callerFor(tenant.superAdmin);
  const move = (id: string, version = 1) =>
    run(caller, moveWorkspace, [{ ...item(lab), version }], { enterpriseProjectId: id });

  expect(await move(foreign.id)).toEqual(["invalid_input"]);
  expect(await move(closed.id)).toEqual(["invalid_input"]);
  expect(await move(tenant.enterpriseProjectId)).toEqual(["done"]); // where it is already
  expect(await eventsOf(lab)).not.toContain("workspace.modified");
  expect(await move(research.id)).toEqual(["done"]);
  expect(await move(research.id)).toEqual(["stale"]);
  const now = await as(tenant.superAdmin).run(showWorkspace, {}, { workspace: lab });
  expect(now).toMatchObject({ enterpriseProject: research, description: "stays", version: 2 });
  expect(await eventsOf(lab)).toContain("workspace.modified");
});

test("who saves one of them meanwhile loses nothing", async () => {
  const tenant = await aTenant();
  const lab = await aWorkspace(tenant);
  const research = await anEnterpriseProject(tenant);
  const caller = await callerFor(tenant.superAdmin);
  const changes = {
    version: 1,
    name: "renamed-meanwhile",
    description: "",
    enterpriseProjectId: tenant.enterpriseProjectId,
    authorizationType: "INTERNAL",
    publicRole: "visitor",
  };
  const [saved, moved] = await Promise.allSettled([
    as(tenant.superAdmin).run(modifyWorkspace, changes, { workspace: lab }),
    run(caller, moveWorkspace, [item(lab)], { enterpriseProjectId: research.id }),
  ]);
  const outcome = moved.status === "fulfilled" ? moved.value[0] : "rejected";
  expect([saved.status, outcome].sort()).toEqual(
    saved.status === "fulfilled" ? ["fulfilled", "stale"] : ["done", "rejected"],
  );
});

test("what nobody could mean is refused as a whole", async () => {
  const tenant = await aTenant();
  const lab = await aWorkspace(tenant);
  const caller = await callerFor(tenant.superAdmin);
  const good = [item(lab)];
  const nonsense = [null, "all", [], {}, [null], [{}], [{ workspace: lab.id }], Array(51).fill(good[0])];
  for (const items of [...nonsense, [{ workspace: lab.id, version: "1" }]])
    await expect(run(caller, disableWorkspace, items)).rejects.toEqual(new AppError("invalid_input"));
  for (const input of [null, "x", []])
    await expect(run(caller, disableWorkspace, good, input)).rejects.toEqual(new AppError("invalid_input"));
  await expect(run(null, disableWorkspace, good)).rejects.toEqual(new AppError("unauthenticated"));
  expect(await run(caller, disableWorkspace, [{ workspace: "a\0b", version: 1 }])).toEqual(["not_found"]);
  expect((await as(tenant.superAdmin).run(showWorkspace, {}, { workspace: lab })).status).toBe("NORMAL");
});

test("when the database cannot, the rest is not waited for", async () => {
  const tenant = await aTenant();
  const caller = await callerFor(tenant.superAdmin);
  let tried = 0;
  const failing: Command = {
    ...(disableWorkspace as Command),
    run: () => {
      tried += 1;
      throw new AppError("unavailable", { retryAfter: 2 });
    },
  };
  const labs = [await aWorkspace(tenant), await aWorkspace(tenant), await aWorkspace(tenant), await aWorkspace(tenant)];
  expect(await run(caller, failing, labs.map(item))).toEqual(Array(4).fill("unavailable"));
  expect(tried).toBe(2);
});
