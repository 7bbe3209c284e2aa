import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { afterEach, expect, test } from "vitest";
import { transaction, bindTenant } from "#lib/db.ts";
import { env } from "#lib/env.ts";
import { verifyAudit } from "#lib/audit/verify.ts";
import { as } from "#lib/testing/callers.ts";
import { asOwner } from "#lib/testing/database.ts";
import { aTenant, aUser, aWorkspace, type Tenant } from "#lib/testing/factories.ts";
import { deleteWorkspace } from "#lib/workspaces/commands.ts";

const workers = new Set<ChildProcess>();

/** The worker as lib/server starts it, on the database of this test. */
async function startWorker(): Promise<ChildProcess> {
  const worker = fork(path.join(import.meta.dirname, "worker.ts"), {
    env: { ...process.env, DATABASE_URL: env().databaseUrl, ATRIUM_LOG_LEVEL: "silent" },
    execArgv: [],
    stdio: "inherit",
  });
  workers.add(worker);
  await once(worker, "message");
  return worker;
}

afterEach(async () => {
  for (const worker of workers) {
    const exited = worker.exitCode === null && worker.signalCode === null ? once(worker, "exit") : null;
    worker.kill("SIGKILL");
    await exited;
  }
  workers.clear();
});

function isGone(acme: Tenant, id: string): Promise<boolean> {
  return transaction(async (tx) => {
    await bindTenant(tx, acme.id);
    return (await tx.workspace.count({ where: { id } })) === 0;
  });
}

async function aLab() {
  const acme = await aTenant();
  const lab = await aWorkspace(acme, { members: [{ who: await aUser(acme), roles: ["visitor"] }] });
  return { acme, lab };
}

const WITHIN = { timeout: 10_000, interval: 50 };
// An entry is sealed when no transaction of the cluster is older: other tests hold some open for as long as they like.
const SEALED_WITHIN = { timeout: 30_000, interval: 50 };

test("what a command asks for is done, sealed, and the worker ends when it is told to", async () => {
  const worker = await startWorker();
  const { acme, lab } = await aLab();
  await as(acme.superAdmin).run(deleteWorkspace, { version: 1, confirm: "DELETE" }, { workspace: lab });
  await expect.poll(() => isGone(acme, lab.id), WITHIN).toBe(true);
  await expect
    .poll(() => verifyAudit({ tenantId: acme.id }), SEALED_WITHIN)
    .toMatchObject({ intact: true, checked: 3, unsealed: 0 });
  worker.kill("SIGTERM");
  expect(await once(worker, "exit")).toEqual([0, null]);
}, 60_000);

test("a deletion goes on within 10 s after its worker was killed", async () => {
  const { acme, lab } = await aLab();
  // Another session holds a member's row: the worker hangs in the middle of its batch.
  const members = `SELECT FROM "Membership" WHERE "workspaceId" = $1 FOR UPDATE`;
  await asOwner(async (owner) => {
    await owner.query("BEGIN");
    await owner.query(members, [lab.id]);
    const first = await startWorker();
    await as(acme.superAdmin).run(deleteWorkspace, { version: 1, confirm: "DELETE" }, { workspace: lab });
    const locked = "SELECT FROM graphile_worker.jobs WHERE key = $1 AND locked_at IS NOT NULL";
    await expect.poll(async () => (await owner.query(locked, [`deleteWorkspace:${lab.id}`])).rowCount, WITHIN).toBe(1);
    first.kill("SIGKILL");
    await once(first, "exit");
    await owner.query("ROLLBACK");
  });
  expect(await isGone(acme, lab.id)).toBe(false);
  await startWorker();
  await expect.poll(() => isGone(acme, lab.id), WITHIN).toBe(true);
});

test("a worker whose connections are cut comes back by itself", async () => {
  await startWorker();
  const { acme, lab } = await aLab();
  await asOwner((owner) =>
    owner.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND usename = 'atrium_app' AND pid <> pg_backend_pid()`),
  );
  await expect.poll(() => isGone(acme, "none").catch(() => false), WITHIN).toBe(true); // our own pool, too
  await as(acme.superAdmin).run(deleteWorkspace, { version: 1, confirm: "DELETE" }, { workspace: lab });
  await expect.poll(() => isGone(acme, lab.id), WITHIN).toBe(true);
});

test("a worker whose supervisor is gone does not stay", async () => {
  const worker = await startWorker();
  worker.disconnect();
  expect(await once(worker, "exit")).toEqual([0, null]);
});
