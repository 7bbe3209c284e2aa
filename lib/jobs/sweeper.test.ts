import { expect, test } from "vitest";
import { as } from "#lib/testing/callers.ts";
import { asOwner } from "#lib/testing/database.ts";
import { aTenant, aUser, aWorkspace } from "#lib/testing/factories.ts";
import { deleteWorkspace } from "#lib/workspaces/commands.ts";
import { runDeletion } from "./delete-workspace.ts";
import { sweep } from "./sweeper.ts";

async function aDeletion() {
  const acme = await aTenant();
  const members = [{ who: await aUser(acme), roles: ["visitor"] }];
  const lab = await aWorkspace(acme, { members });
  await as(acme.superAdmin).run(deleteWorkspace, { version: 1, confirm: "DELETE" }, { workspace: lab });
  return { acme, lab };
}

/** Jobs that wait for a worker. */
async function waiting(workspaceId: string): Promise<number> {
  const sql = "SELECT FROM graphile_worker.jobs WHERE key = $1 AND locked_at IS NULL";
  return (await asOwner((owner) => owner.query(sql, [`deleteWorkspace:${workspaceId}`]))).rowCount ?? 0;
}

/** As a worker leaves it that was killed: its job stays locked, and nobody holds the deletion. */
async function kill(workspaceId: string): Promise<void> {
  const sql = `UPDATE graphile_worker._private_jobs SET locked_at = now(), locked_by = 'killed', attempts = 1 WHERE key = $1`;
  await asOwner((owner) => owner.query(sql, [`deleteWorkspace:${workspaceId}`]));
}

test("a job that waits is left alone", async () => {
  const { lab } = await aDeletion();
  await sweep();
  expect(await waiting(lab.id)).toBe(1);
});

test("the deletion of a worker that was killed is put back", async () => {
  const { lab } = await aDeletion();
  await kill(lab.id);
  expect(await waiting(lab.id)).toBe(0);
  await Promise.all([sweep(), sweep()]);
  expect(await waiting(lab.id)).toBe(1);
});

test("a deletion that somebody works on is left alone", async () => {
  const { acme, lab } = await aDeletion();
  await kill(lab.id);
  const between = async () => {
    await sweep();
    expect(await waiting(lab.id)).toBe(0);
  };
  expect(await runDeletion(acme.id, lab.id, { between })).toBe("done");
});
