import { consumeLink } from "#lib/auth/links.ts";
import { endTooOld } from "#lib/auth/sessions.ts";
import { isTaken, type Tx } from "#lib/db.ts";
import { AppError, fieldError } from "#lib/errors.ts";
import { command } from "#lib/use-case.ts";
import { z } from "#lib/validation.ts";
import { createTenant } from "./create.ts";
import { limitChange, settingsChanges, setup, setupDone } from "./schema.ts";

export const completeSetup = command({
  name: "tenants.completeSetup",
  summary: "Make the first tenant and its Super Admin by the setup link, which works once.",
  in: "anyone",
  needs: { nothing: true },
  input: setup,
  output: setupDone,
  async run({ tx, visit }, { token, tenantName, name, email, password }) {
    await consumeLink(tx, token, ["SETUP"]); // others who hold the same link wait here, and then find it used
    const superAdmin = { name, email, password };
    const created = await createTenant(tx, { name: tenantName, superAdmin }, { ...visit, through: "link" });
    return { tenantId: created.tenantId, name: created.name, email };
  },
  audit: () => null, // createTenant writes the entry: there is no caller yet
});

const object = (id: string) => ({ kind: "tenant", id });

export const changeSettings = command({
  name: "tenants.changeSettings",
  summary: "Change the account's name and how long its sessions last; sessions that are older than that end.",
  in: "tenant",
  needs: { management: "settings.manage" },
  input: settingsChanges,
  output: z.object({ version: z.number(), endedSessions: z.number() }),
  async run({ tx, caller: { tenantId }, now }, { version, ...after }) {
    const before = await holdTenant(tx, tenantId, version);
    const changes = changed(before, after);
    if (!changes) return { version, endedSessions: 0, changes };
    const data = { ...after, version: { increment: 1 } };
    await tx.tenant.update({ where: { id: tenantId }, data, select: { id: true } }).catch((error: unknown) => {
      throw isTaken(error, "name") ? fieldError("name", "tenants.errors.name_taken", undefined, "name_taken") : error;
    });
    await endTooOld(tx, tenantId, before, now); // what had ended does not come back to life by a longer time
    return { version: version + 1, endedSessions: await endTooOld(tx, tenantId, after, now), changes };
  },
  audit: (_input, { changes }, { caller }) =>
    changes && { event: "tenant.settings_changed", object: object(caller!.tenantId), ...changes },
});

export const setWorkspaceLimit = command({
  name: "tenants.setWorkspaceLimit",
  summary: "Set how many workspaces the account may hold. Below how many there are, no new ones are created.",
  in: "tenant",
  needs: { superAdmin: true },
  input: limitChange,
  output: z.object({ version: z.number(), workspaceLimit: z.number(), workspaceCount: z.number() }),
  async run({ tx, caller: { tenantId } }, { version, workspaceLimit }) {
    // Under the lock that creating a workspace takes too: nobody slips in by the old limit after this.
    const { workspaceCount, ...before } = await holdTenant(tx, tenantId, version);
    const changes = changed(before, { workspaceLimit });
    if (!changes) return { version, workspaceLimit, workspaceCount, changes };
    const data = { workspaceLimit, version: { increment: 1 } };
    await tx.tenant.update({ where: { id: tenantId }, data, select: { id: true } });
    return { version: version + 1, workspaceLimit, workspaceCount, changes };
  },
  audit: (_input, { changes }, { caller }) =>
    changes && { event: "tenant.limit_changed", object: object(caller!.tenantId), ...changes },
});

const fields = {
  name: true,
  sessionIdleMinutes: true,
  sessionLongestMinutes: true,
  workspaceLimit: true,
  workspaceCount: true,
  version: true,
} as const;

/** The caller's own tenant under a lock. `stale` when another version was seen. */
async function holdTenant(tx: Tx, id: string, seen: number) {
  await tx.$queryRaw`SELECT id FROM "Tenant" WHERE id = ${id} FOR UPDATE`;
  const { version, ...held } = await tx.tenant.findUniqueOrThrow({ where: { id }, select: fields });
  if (version !== seen) throw new AppError("stale", { data: { version } });
  return held;
}

type Values = Record<string, string | number>;

/** What is no longer the same, before and after; null when nothing is. */
function changed(before: Values, after: Values): { before: Values; after: Values } | null {
  const names = Object.keys(after).filter((name) => before[name] !== after[name]);
  const only = (values: Values) => Object.fromEntries(names.map((name) => [name, values[name]!]));
  return names.length > 0 ? { before: only(before), after: only(after) } : null;
}
