import { Personal } from "#lib/audit/personal.ts";
import { record } from "#lib/audit/write.ts";
import { consumeLink, newPasswordLink } from "#lib/auth/links.ts";
import { hashPassword } from "#lib/auth/passwords.ts";
import { revokeSessions } from "#lib/auth/sessions.ts";
import { bindTenant, isTaken } from "#lib/db.ts";
import { AppError, fieldError } from "#lib/errors.ts";
import { newId } from "#lib/ids.ts";
import { command } from "#lib/use-case.ts";
import { z } from "#lib/validation.ts";
import { principalKey } from "./rules.ts";
import { linkAcceptance, newUser, oneTimeLink, userVersion } from "./schema.ts";
import { holdUser } from "./users.ts";

const object = (id: string) => ({ kind: "principal", id });
const version = z.object({ version: z.number() });

export const createUser = command({
  name: "accounts.createUser",
  summary: "Create a user, who chooses a password by a one-time link. The link is shown once.",
  in: "tenant",
  needs: { management: "accounts.manage" },
  input: newUser,
  output: oneTimeLink,
  async run({ tx, caller }, { email, name }) {
    const { tenantId, principalId } = caller;
    const user = { id: newId("usr"), name, email };
    const data = {
      ...user,
      tenantId,
      kind: "USER",
      status: "INVITED",
      searchKey: principalKey(user),
      createdById: principalId,
    } as const;
    await tx.principal.create({ data, select: { id: true } }).catch((error: unknown) => {
      throw isTaken(error, "email")
        ? fieldError("email", "accounts.errors.email_taken", undefined, "name_taken")
        : error;
    });
    return { ...user, link: await newPasswordLink(tx, { id: user.id, tenantId }, "INVITATION") };
  },
  audit: (_input, { id, name, email }) => ({
    event: "user.created",
    object: object(id),
    after: { name: new Personal(id, name), email: new Personal(id, email) },
  }),
});

export const disableUser = command({
  name: "accounts.disableUser",
  summary: "Close a user's account: it is signed out everywhere at once, keeps what it has and can be enabled again.",
  in: "tenant",
  needs: { management: "accounts.manage" },
  input: userVersion,
  output: version,
  async run({ tx, caller }, seen) {
    const user = await holdUser(tx, caller, "disable", seen);
    const data = { status: "DISABLED", version: { increment: 1 } } as const;
    const changed = await tx.principal.update({ where: { id: user.id }, data, select: { version: true } });
    await tx.oneTimeLink.deleteMany({ where: { principalId: user.id } });
    const sessions = await revokeSessions(tx, { principalId: user.id });
    return { ...changed, sessions, before: user.status };
  },
  audit: ({ id }, { before, sessions }) => ({
    event: "user.disabled",
    object: object(id),
    before: { status: before },
    after: { status: "DISABLED", endedSessions: sessions },
  }),
});

export const enableUser = command({
  name: "accounts.enableUser",
  summary: "Open a disabled account again. A user without a password needs a new one-time link.",
  in: "tenant",
  needs: { management: "accounts.manage" },
  input: userVersion,
  output: version,
  async run({ tx, caller }, seen) {
    const user = await holdUser(tx, caller, "enable", seen);
    const status = user.hasPassword ? "ACTIVE" : "INVITED";
    const data = { status, version: { increment: 1 } } as const;
    const changed = await tx.principal.update({ where: { id: user.id }, data, select: { version: true } });
    await revokeSessions(tx, { principalId: user.id }); // a sign-in that was under way when the account was closed
    return { ...changed, status };
  },
  audit: ({ id }, { status }) => ({
    event: "user.enabled",
    object: object(id),
    before: { status: "DISABLED" },
    after: { status },
  }),
});

export const resetPassword = command({
  name: "accounts.resetPassword",
  summary:
    "End a user's password and sessions at once, and make a one-time link for choosing a new one. It is shown once.",
  in: "tenant",
  needs: { management: "accounts.manage" },
  input: userVersion,
  output: oneTimeLink.extend({ version: z.number() }),
  async run({ tx, caller }, seen) {
    const user = await holdUser(tx, caller, "reset", seen);
    await tx.credential.deleteMany({ where: { principalId: user.id } });
    const sessions = await revokeSessions(tx, { principalId: user.id });
    const data = { version: { increment: 1 } };
    const changed = await tx.principal.update({ where: { id: user.id }, data, select: { version: true } });
    const purpose = user.status === "INVITED" ? "INVITATION" : "PASSWORD_RESET";
    const link = await newPasswordLink(tx, { id: user.id, tenantId: caller.tenantId }, purpose);
    return { id: user.id, email: user.email, ...changed, link, sessions };
  },
  audit: ({ id }, { sessions }) => ({
    event: "user.password_reset",
    object: object(id),
    after: { endedSessions: sessions },
  }),
});

export const acceptLink = command({
  name: "accounts.acceptLink",
  summary: "Choose a password by a one-time link: an invitation or a reset. All other sessions of the user end.",
  in: "anyone",
  needs: { nothing: true },
  input: linkAcceptance,
  output: z.object({ email: z.string() }),
  async run({ tx, visit }, { token, password }) {
    const { tenantId, principalId, email } = await consumeLink(tx, token, ["INVITATION", "PASSWORD_RESET"]);
    if (!tenantId || !principalId || !email) throw new Error("a link for a password belongs to a user");
    await bindTenant(tx, tenantId);
    const { count } = await tx.principal.updateMany({
      where: { id: principalId, status: { in: ["INVITED", "ACTIVE"] } },
      data: { status: "ACTIVE" }, // no new version: whoever is about to close the account still means it
    });
    if (count === 0) throw new AppError("not_found", { key: "errors.link_ended" }); // disabled at this very moment
    const passwordHash = await hashPassword(password);
    await tx.credential.upsert({
      where: { principalId },
      create: { principalId, tenantId, passwordHash },
      update: { passwordHash, changedAt: new Date() },
      select: { principalId: true },
    });
    const sessions = await revokeSessions(tx, { principalId });
    // There is no caller yet, so the entry is written here: whoever holds the link acts as its user.
    const after = { endedSessions: sessions };
    await record(tx, { tenantId, principalId, through: "link" }, visit, {
      event: "user.link_accepted",
      object: object(principalId),
      after,
    });
    return { email };
  },
  audit: () => null,
});
