import { expect, test } from "vitest";
import { runDeletion } from "#lib/jobs/delete-workspace.ts";
import { bindTenant, transaction, type Tx } from "#lib/db.ts";
import { as } from "#lib/testing/callers.ts";
import { asOwner } from "#lib/testing/database.ts";
import { aTenant, aUser, aWorkspace, type Tenant } from "#lib/testing/factories.ts";
import { createWorkspace, deleteWorkspace, retryWorkspaceDeletion } from "./commands.ts";
import { startDeletion } from "./deletion.ts";
import { listWorkspaces } from "./queries.ts";

function inTenant<T>(tenant: Tenant, work: (tx: Tx) => Promise<T>): Promise<T> {
  return transaction(async (tx) => {
    await bindTenant(tx, tenant.id);
    return work(tx);
  });
}

const CONFIRM = { version: 1, confirm: "DELETE" };

/** A tenant with a workspace of `size` members whose deletion has been asked for. */
async function aDeletion(size = 5) {
  const acme = await aTenant();
  const members = [];
  for (let n = 0; n < size; n++) members.push({ who: await aUser(acme), roles: ["visitor"] });
  const lab = await aWorkspace(acme, { members });
  await as(acme.superAdmin).run(deleteWorkspace, CONFIRM, { workspace: lab });
  return { acme, lab, members };
}

async function look(acme: Tenant, id: string) {
  return inTenant(acme, async (tx) => ({
    row: await tx.workspace.findUnique({ where: { id }, select: { status: true, deletion: true, version: true } }),
    members: await tx.membership.count({ where: { workspaceId: id } }),
    count: (await tx.tenant.findUniqueOrThrow({ where: { id: acme.id } })).workspaceCount,
    events: (await tx.auditEntry.findMany({ where: { objectId: id }, orderBy: { at: "asc" } })).map(
      ({ event, actorId, through }) => ({ event, actorId, through }),
    ),
  }));
}

test("whoever had access has none from the moment of deletion", async () => {
  const { acme, lab, members } = await aDeletion(1);
  const seen = await as(members[0]!.who).run(listWorkspaces, { search: lab.name });
  expect(seen.data).toEqual([]);
  const { data } = await as(acme.superAdmin).run(listWorkspaces, { search: lab.name });
  expect(data[0]).toMatchObject({ status: "DELETING", deletion: { removed: 0, total: 1, failure: null }, version: 2 });
});

test("a deletion removes members, then the row, and says who asked for it", async () => {
  const { acme, lab } = await aDeletion();
  const seen: unknown[] = [];
  const between = async () => void seen.push((await look(acme, lab.id)).row?.deletion);
  expect(await runDeletion(acme.id, lab.id, { most: 2, between })).toBe("done");

  expect(seen).toMatchObject([
    { step: "members", done: { members: 2 }, total: { members: 5 } },
    { step: "members", done: { members: 4 } },
    { step: "workspace", done: { members: 5 } },
  ]);
  const { row, members, count, events } = await look(acme, lab.id);
  expect({ row, members, count }).toEqual({ row: null, members: 0, count: 1 });
  const actorId = acme.superAdmin.id;
  expect(events).toEqual([
    { event: "workspace.deletion_started", actorId, through: "session" },
    { event: "workspace.deleted", actorId, through: "worker" },
  ]);
});

test("a worker that dies between two batches loses nothing, and the next one goes on", async () => {
  const { acme, lab } = await aDeletion();
  let batches = 0;
  const between = () => {
    if (++batches === 2) throw new Error("killed");
  };
  await expect(runDeletion(acme.id, lab.id, { most: 2, between })).rejects.toThrow("killed");
  expect(await look(acme, lab.id)).toMatchObject({
    row: { status: "DELETING", deletion: { done: { members: 4 } } },
    members: 1,
  });

  expect(await runDeletion(acme.id, lab.id, { most: 2 })).toBe("done");
  expect(await runDeletion(acme.id, lab.id)).toBe("gone");
  const { count, events } = await look(acme, lab.id);
  expect(count).toBe(1);
  expect(events.map(({ event }) => event)).toEqual(["workspace.deletion_started", "workspace.deleted"]);
});

test("two workers at the same moment have the effect of one", async () => {
  const { acme, lab } = await aDeletion();
  const outcomes = await Promise.all([1, 2, 3].map(() => runDeletion(acme.id, lab.id, { most: 1 })));
  expect(outcomes.filter((outcome) => outcome === "done")).toHaveLength(1);
  expect(outcomes.filter((outcome) => outcome === "held" || outcome === "gone")).toHaveLength(2);
  const { count, events } = await look(acme, lab.id);
  expect(count).toBe(1);
  expect(events.filter(({ event }) => event === "workspace.deleted")).toHaveLength(1);
});

test("what cannot be removed leaves a state with step and reason, and a retry goes on from there", async () => {
  const { acme, lab } = await aDeletion(3);
  const block = `CREATE OR REPLACE FUNCTION refuse_removal() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN IF OLD."workspaceId" = '${lab.id}' THEN RAISE 'not now'; END IF; RETURN OLD; END $$;
    CREATE TRIGGER refuse_removal BEFORE DELETE ON "Membership" FOR EACH ROW EXECUTE FUNCTION refuse_removal()`;
  await asOwner((owner) => owner.query(block));
  try {
    expect(await runDeletion(acme.id, lab.id)).toBe("failed");
  } finally {
    await asOwner((owner) => owner.query(`DROP FUNCTION refuse_removal CASCADE`));
  }
  const failed = await look(acme, lab.id);
  expect(failed).toMatchObject({
    row: {
      status: "DELETE_FAILED",
      deletion: { failure: { step: "members", resource: "members", reason: "deletion.reasons.internal" } },
    },
    members: 3,
    count: 2,
  });
  expect(failed.events.at(-1)).toMatchObject({ event: "workspace.deletion_failed", through: "worker" });
  expect(await runDeletion(acme.id, lab.id)).toBe("gone");

  await as(acme.superAdmin).run(retryWorkspaceDeletion, {}, { workspace: lab });
  const retried = (await look(acme, lab.id)).row;
  expect(retried).toMatchObject({ status: "DELETING", deletion: { step: "members" } });
  expect(retried?.deletion).not.toHaveProperty("failure");
  expect(await runDeletion(acme.id, lab.id)).toBe("done");
});

test("the name is free again when the row is gone, and not before", async () => {
  const { acme, lab } = await aDeletion(0);
  const again = { name: lab.name, slug: lab.slug, enterpriseProjectId: acme.enterpriseProjectId };
  await expect(as(acme.superAdmin).run(createWorkspace, again)).rejects.toMatchObject({ code: "name_taken" });
  await runDeletion(acme.id, lab.id);
  await expect(as(acme.superAdmin).run(createWorkspace, again)).resolves.toMatchObject({ slug: lab.slug });
});

test("a command that rolls back leaves no job behind", async () => {
  const acme = await aTenant();
  const lab = await aWorkspace(acme);
  const jobs = async () => {
    const sql = "SELECT FROM graphile_worker.jobs WHERE key = $1";
    return (await asOwner((owner) => owner.query(sql, [`deleteWorkspace:${lab.id}`]))).rowCount;
  };
  const rolledBack = inTenant(acme, async (tx) => {
    await startDeletion(tx, lab.id, acme.superAdmin.id);
    throw new Error("changed my mind");
  });
  await expect(rolledBack).rejects.toThrow("changed my mind");
  expect(await jobs()).toBe(0);
  await inTenant(acme, (tx) => startDeletion(tx, lab.id, acme.superAdmin.id));
  expect(await jobs()).toBe(1);
  await expect(inTenant(acme, (tx) => startDeletion(tx, lab.id, acme.superAdmin.id))).rejects.toMatchObject({
    code: "workspace_state",
  });
});
