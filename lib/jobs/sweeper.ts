import { database, transaction } from "#lib/db.ts";
import { Prisma } from "#prisma/client/client.ts";
import { deletionLock } from "./delete-workspace.ts";
import { enqueue, jobKey } from "./enqueue.ts";
import { LOCK_NUMBER } from "./hold.ts";

const PAGE = 200;

type Deleting = { tenantId: string; workspaceId: string; idle: boolean };

/**
 * Puts back every deletion that nobody works on and that no waiting job stands for: the job of a worker that was killed
 * stays locked for hours. Returns how many. Any number of instances may sweep at once: a job key is a job.
 */
export async function sweep(): Promise<number> {
  let put = 0;
  for (let after = ""; ;) {
    const page = await deletions(after);
    for (const { tenantId, workspaceId, idle } of page) {
      if (!idle) continue;
      await transaction((tx) => enqueue(tx, "deleteWorkspace", { tenantId, workspaceId }, { key: workspaceId }));
      put++;
    }
    const last = page.at(-1);
    if (!last || page.length < PAGE) return put;
    after = last.workspaceId;
  }
}

function deletions(after: string): Promise<Deleting[]> {
  const lock = Prisma.raw(LOCK_NUMBER.replace("$name", `'${deletionLock("")}' || d."workspaceId"`));
  const key = Prisma.raw(`'${jobKey("deleteWorkspace", "")}' || d."workspaceId"`);
  return database().$queryRaw<Deleting[]>`
    SELECT d."tenantId", d."workspaceId",
      NOT EXISTS (
        SELECT FROM pg_locks l WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1
          AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
          AND (l.classid::bigint << 32 | l.objid::bigint) = ${lock})
      AND NOT EXISTS (
        SELECT FROM graphile_worker.jobs j WHERE j.key = ${key} AND j.locked_at IS NULL
          AND j.attempts < j.max_attempts AND j.run_at <= now()) AS idle
    FROM atrium_deletions(${after}, ${PAGE}::int) d`;
}
