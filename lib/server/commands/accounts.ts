import { acceptLink, createUser, resetPassword } from "../../accounts/commands.ts";
import { newUser } from "../../accounts/schema.ts";
import { newPasswordLink } from "../../auth/links.ts";
import { email as emailSchema, newPassword, personName } from "../../auth/schema.ts";
import { bindTenant, definer, transaction } from "../../db.ts";
import { AppError } from "../../errors.ts";
import { Prisma } from "../../../prisma/client/client.ts";
import { createTenant } from "../../tenants/create.ts";
import { tenantName } from "../../tenants/schema.ts";
import { execute } from "../../use-case.ts";
import { toFields, z } from "../../validation.ts";
import { commandLineVisit, superAdminOf } from "./caller.ts";

// What `atrium tenant …` and `atrium user …` do, apart from reading arguments and printing.

const tenantInput = z.object({
  name: tenantName,
  admin: emailSchema,
  adminName: personName,
  password: newPassword.nullable(),
});

/** Ids of everything that the tenant is born with; `link` for choosing the password when none was given. */
export async function makeTenant(input: z.input<typeof tenantInput>) {
  const { name, admin, adminName, password } = parse(tenantInput, input);
  return transaction(async (tx) => {
    const superAdmin = { name: adminName, email: admin, password };
    const created = await createTenant(tx, { name, superAdmin }, { ...commandLineVisit(), through: "command_line" });
    const { tenantId, enterpriseProjectId, workspaces } = created;
    const { id, email } = created.superAdmin;
    const made = { tenantId, name: created.name, superAdmin: { id, email }, enterpriseProjectId, workspaces };
    return password === null ? { ...made, link: await newPasswordLink(tx, { id, tenantId }, "INVITATION") } : made;
  });
}

const userInput = newUser.extend({ tenant: z.string().min(1).max(200), password: newPassword.nullable() });

/** `link` for choosing the password when none was given. */
export async function makeUser(input: z.input<typeof userInput>) {
  const { tenant, password, ...user } = parse(userInput, input);
  const found = await definer<{ tenantId: string } | null>(Prisma.sql`atrium_tenant(${tenant})`);
  if (!found) throw new AppError("not_found", { data: { tenant } });
  const caller = await superAdminOf(found.tenantId);
  const visit = commandLineVisit();
  const { id, email, link } = await execute(createUser, { caller, visit }, user);
  if (password === null) return { id, email, link };
  // A password is always chosen by the link, here too: the invitation is accepted in the user's place.
  await execute(acceptLink, { caller: null, visit }, { token: link.slice(link.lastIndexOf("/") + 1), password });
  return { id, email };
}

const resetInput = z.object({ email: emailSchema });

/** Ends the password and makes a link for a new one; the Super Admin's too. */
export async function makeResetLink(input: z.input<typeof resetInput>) {
  const { email } = parse(resetInput, input);
  const account = await definer<{ tenantId: string; principalId: string } | null>(
    Prisma.sql`atrium_credential(${email})`,
  );
  if (!account) throw new AppError("not_found", { data: { email } });
  const caller = await superAdminOf(account.tenantId);
  const { version } = await transaction(async (tx) => {
    await bindTenant(tx, account.tenantId);
    return tx.principal.findUniqueOrThrow({ where: { id: account.principalId }, select: { version: true } });
  });
  const { link } = await execute(
    resetPassword,
    { caller, visit: commandLineVisit() },
    { id: account.principalId, version },
  );
  return { email, link };
}

function parse<S extends z.ZodType>(schema: S, input: z.input<S>): z.output<S> {
  const parsed = schema.safeParse(input);
  if (!parsed.success) throw new AppError("invalid_input", { fields: toFields(parsed.error.issues) });
  return parsed.data;
}
