import { hashPassword, isPassword } from "#lib/auth/passwords.ts";
import { signIn } from "#lib/auth/sign-in.ts";
import { bindTenant, transaction } from "#lib/db.ts";
import { as, aVisit } from "#lib/testing/callers.ts";
import { aTenant, aUser, aWorkspace, PASSWORD, type Tenant } from "#lib/testing/factories.ts";
import { createWorkspace } from "#lib/workspaces/commands.ts";
import { interleaved, ratioRow, type Row } from "./measure.ts";

// Single parts, beside the least that each could cost.

async function signingIn(tenant: Tenant): Promise<Row> {
  const user = await aUser(tenant);
  const hash = await hashPassword(PASSWORD);
  const { whole, password } = await interleaved(20, {
    whole: () => signIn({ email: user.email, password: PASSWORD }, aVisit()),
    password: () => isPassword(PASSWORD, hash),
  });
  return ratioRow("sign-in", whole, ["checking a password", password], null);
}

async function creating(tenant: Tenant): Promise<Row> {
  const lab = await aWorkspace(tenant);
  const { enterpriseProjectId } = tenant;
  let run = 0;
  const { create, update } = await interleaved(60, {
    create: () => as(tenant.superAdmin).run(createWorkspace, { name: `made-${run++}`, enterpriseProjectId }),
    update: () =>
      transaction(async (tx) => {
        await bindTenant(tx, tenant.id);
        await tx.workspace.update({ where: { id: lab.id }, data: { description: String(run) }, select: { id: true } });
      }),
  });
  return ratioRow("create a workspace", create, ["one UPDATE in a transaction", update], null);
}

export async function parts(): Promise<Row[]> {
  const tenant = await aTenant({ workspaceLimit: 1_000 });
  return [await signingIn(tenant), await creating(tenant)];
}
