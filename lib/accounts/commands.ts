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
import { inviteAll } from "./invite.ts";
import { removeUser } from "./remove.ts";
import { principalKey, pseudonymOf, statusWhenEnabled, userRefusal } from "./rules.ts";
import { invited, linkAcceptance, newUser, newUsers, oneTimeLink, userChanges, userVersion } from "./schema.ts";
import { holdUser, managerOf } from "./users.ts";

const object = (id: string) => ({ kind: "principal", id });
const version = z.object({ version: z.number() });

const creation = ({ id, name, email }: { id: string; name: string; email: string }) => ({
  event: "user.created",
  object: object(id),
  after: { name: new Personal(id, name), email: new Personal(id, email) },
});

function tellTaken(error: unknown): never {
  throw isTaken(error, "email") ? fieldError("email", "accounts.errors.email_taken", undefined, "name_taken") : error;
}

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
    await tx.principal.create({ data, select: { id: true } }).catch(tellTaken);
    return { ...user, link: await newPasswordLink(tx, { id: user.id, tenantId }, "INVITATION") };
  },
  audit: (_input, user) => creation(user),
});

export const inviteUsers = command({
  name: "accounts.inviteUsers",
  summary:
    "Create several users at once, each with a one-time link. What is somebody's address already is told row by row.",
  in: "tenant",
  needs: { management: "accounts.manage" },
  input: newUsers,
  output: invited,
  run: async ({ tx, caller }, { users }) => ({ data: await inviteAll(tx, caller, users) }),
  audit: (_input, { data }) => {
    const created = data.filter(({ outcome }) => outcome === "created");
    return created.length === 0 ? null : created.map(creation);
  },
});

export const modifyUser = command({
  name: "accounts.modifyUser",
  summary: "Change a user's name and e-mail address. With another address, one-time links made before stop working.",
  in: "tenant",
  needs: { management: "accounts.manage" },
  input: userChanges,
  output: version,
  async run({ tx, caller }, { name, email, ...seen }) {
    const before = await holdUser(tx, caller, "modify", seen);
    const moved = email !== before.email;
    if (name === before.name && !moved) return { version: before.version, before, changed: false };
    const refusal = moved ? userRefusal("changeEmail", managerOf(caller), before) : null;
    if (refusal) throw new AppError("forbidden", { key: refusal });
    const data = { name, email, searchKey: principalKey({ id: before.id, name, email }), version: { increment: 1 } };
    const after = await tx.principal
      .update({ where: { id: before.id }, data, select: { version: true } })
      .catch(tellTaken);
    // Password and sessions stay: it is the same person. A link was given to whoever reads the old address.
    if (moved) await tx.oneTimeLink.deleteMany({ where: { principalId: before.id } });
    return { ...after, before, changed: true };
  },
  audit: ({ id, name, email }, { before, changed }) => {
    if (!changed) return null;
    const personal = (user: { name: string; email: string | null }) => ({
      ...(before.name !== name && { name: new Personal(id, user.name) }),
      ...(before.email !== email && { email: new Personal(id, user.email ?? "") }),
    });
    return { event: "user.modified", object: object(id), before: personal(before), after: personal({ name, email }) };
  },
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
    const status = statusWhenEnabled(user);
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
    return { id: user.id, email: user.email ?? "", ...changed, link, sessions };
  },
  audit: ({ id }, { sessions }) => ({
    event: "user.password_reset",
    object: object(id),
    after: { endedSessions: sessions },
  }),
});

export const deleteUser = command({
  name: "accounts.deleteUser",
  summary: "Delete a user who owns no workspace, with sessions, memberships and whatever was given to them, for good.",
  in: "tenant",
  needs: { management: "accounts.manage" },
  input: userVersion,
  output: z.object({ id: z.string() }),
  async run({ tx, caller }, seen) {
    const user = await holdUser(tx, caller, "delete", seen);
    return { id: user.id, user, had: await removeUser(tx, caller.tenantId, user.id) };
  },
  // Ids alone: what could be read of the user is a pseudonym from now on, here too.
  audit: ({ id }, { user, had }) => ({
    event: "user.deleted",
    object: object(id),
    before: { kind: user.kind, status: user.status, ...had },
    after: { name: new Personal(id, pseudonymOf(id)) },
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
