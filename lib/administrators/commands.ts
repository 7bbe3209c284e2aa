import { holdUser } from "#lib/accounts/users.ts";
import { AppError } from "#lib/errors.ts";
import { tell } from "#lib/live.ts";
import { command } from "#lib/use-case.ts";
import { z } from "#lib/validation.ts";
import { changesOf, grantableOf } from "./rules.ts";
import { permissionChanges } from "./schema.ts";

export const setPermissions = command({
  name: "administrators.setPermissions",
  summary: "Give management permissions to a user or federated user, and take them. Counts from the next request on.",
  in: "tenant",
  needs: { superAdmin: true },
  input: permissionChanges,
  output: z.object({ version: z.number() }),
  async run({ tx, caller }, { permissions, ...seen }) {
    const { tenantId, principalId: grantedById } = caller;
    const user = await holdUser(tx, caller, "permit", seen);
    const mine = { tenantId, principalId: user.id };
    const held = await tx.managementGrant.findMany({ where: mine, select: { permission: true } });
    const before = grantableOf(held.map(({ permission }) => permission));
    const { granted, revoked } = changesOf(before, permissions);
    if (granted.length > 0 && user.status === "DISABLED")
      throw new AppError("conflict", { key: "accounts.refusals.disabled" });
    if (granted.length + revoked.length === 0) return { version: user.version, before, granted, revoked };
    await tx.managementGrant.deleteMany({ where: { ...mine, permission: { in: revoked } } });
    await tx.managementGrant.createMany({ data: granted.map((permission) => ({ ...mine, permission, grantedById })) });
    // Nobody but the Super Admin resets who manages: a link that somebody made before would still do it.
    if (granted.length > 0) await tx.oneTimeLink.deleteMany({ where: mine });
    const data = { version: { increment: 1 } };
    const after = await tx.principal.update({ where: { id: user.id }, data, select: { version: true } });
    await tell(tx, { tenantId, topic: "accounts" });
    return { ...after, before, granted, revoked };
  },
  audit: ({ id, permissions }, { before, granted, revoked }) => {
    const about = { object: { kind: "principal", id }, before: { permissions: before } };
    const entries = [
      ...(granted.length > 0 ? [{ event: "management.granted", ...about, after: { permissions, granted } }] : []),
      ...(revoked.length > 0 ? [{ event: "management.revoked", ...about, after: { permissions, revoked } }] : []),
    ];
    return entries.length > 0 ? entries : null;
  },
});
