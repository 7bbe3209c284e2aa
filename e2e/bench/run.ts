import { decide } from "#lib/access/decide.ts";
import type { WorkspaceFacts } from "#lib/access/types.ts";
import { isPassword, hashPassword } from "#lib/auth/passwords.ts";
import { signIn } from "#lib/auth/sign-in.ts";
import { bindTenant, closeDatabase, transaction } from "#lib/db.ts";
import { as, aVisit, callerFor } from "#lib/testing/callers.ts";
import { aTenant, aUser, aWorkspace, PASSWORD, type Tenant } from "#lib/testing/factories.ts";
import { startProduct } from "#lib/testing/product.ts";
import { createWorkspace } from "#lib/workspaces/commands.ts";
import { cookieFor } from "../session.ts";
import { measure, type Row, table } from "./measure.ts";

// `npm run bench`: how much the product adds to the least that a thing could cost, within one run on one machine, on the
// production build and a database of its own. A minute or two.

const WORKSPACES = 10_000;

/** One statement, as the application: commands would take minutes. */
async function manyWorkspaces(tenant: Tenant): Promise<void> {
  await transaction(async (tx) => {
    await bindTenant(tx, tenant.id);
    await tx.$executeRaw`
      INSERT INTO "Workspace" (id, "tenantId", name, "nameKey", slug, "searchKey", "enterpriseProjectId", "authorizationType",
        "ownerId", "createdAt", "updatedAt")
      SELECT 'ws-' || lpad(to_hex(n), 16, '0'), ${tenant.id}, 'bench-' || n, 'bench-' || n, 'bench-' || n, 'bench-' || n,
        ${tenant.enterpriseProjectId}, 'INTERNAL', ${tenant.superAdmin.id},
        now() - n * interval '1 minute', now() - n * interval '1 second'
      FROM generate_series(1, ${WORKSPACES}::int) AS n`;
    await tx.tenant.update({ where: { id: tenant.id }, data: { workspaceCount: { increment: WORKSPACES } } });
  });
}

async function pages(url: string, tenant: Tenant): Promise<Row[]> {
  const { name, value } = await cookieFor(tenant.superAdmin);
  const get = async (path: string) => {
    const response = await fetch(url + path, { headers: { cookie: `${name}=${value}` }, redirect: "manual" });
    await response.text();
    if (response.status !== 200) throw new Error(`${path} answered ${response.status}`);
  };
  const bare = await measure(40, () => get("/me/profile"));
  const row = async (what: string, path: string): Promise<Row> => {
    return { what, times: await measure(40, () => get(path)), least: "page of one's own profile", against: bare };
  };
  return [
    await row("list: 50 of 10,000", "/workspaces?limit=50"),
    await row("list: by update", "/workspaces?limit=50&sort=-updatedAt"),
    await row("list: search", "/workspaces?limit=50&search=bench-77"),
  ];
}

async function decisions(tenant: Tenant): Promise<Row> {
  const user = await aUser(tenant);
  const { subject } = await callerFor(user);
  const path = {
    via: "membership",
    principalId: user.id,
    principalName: user.name,
    roles: ["algorithm-developer"],
    expiresAt: null,
  } as const;
  const lab: WorkspaceFacts = {
    ...{ id: "ws-0000000000000000", ownerId: tenant.superAdmin.id, status: "NORMAL", authorizationType: "INTERNAL" },
    ...{ publicRole: "visitor", builtIn: null, paths: [path] },
  };
  const now = new Date();
  const thousand = () => {
    for (let i = 0; i < 1000; i++) decide(subject, { module: "notebooks", verb: "create" }, lab, now);
  };
  const json = JSON.stringify(lab);
  const parse = () => {
    for (let i = 0; i < 1000; i++) JSON.parse(json);
  };
  const times = await measure(100, thousand);
  return {
    what: "decide(), a thousand",
    times,
    least: "parsing its JSON as often",
    against: await measure(100, parse),
  };
}

async function signingIn(tenant: Tenant): Promise<Row> {
  const user = await aUser(tenant);
  const hash = await hashPassword(PASSWORD);
  const against = await measure(30, () => isPassword(PASSWORD, hash));
  const times = await measure(30, () => signIn({ email: user.email, password: PASSWORD }, aVisit()));
  return { what: "sign-in", times, least: "checking a password", against };
}

async function creating(tenant: Tenant): Promise<Row> {
  const lab = await aWorkspace(tenant);
  const { enterpriseProjectId } = tenant;
  const update = (run: number) =>
    transaction(async (tx) => {
      await bindTenant(tx, tenant.id);
      await tx.workspace.update({ where: { id: lab.id }, data: { description: String(run) }, select: { id: true } });
    });
  const create = (run: number) =>
    as(tenant.superAdmin).run(createWorkspace, { name: `made-${run + 100}`, enterpriseProjectId });
  const against = await measure(100, update);
  return {
    what: "create a workspace",
    times: await measure(100, create),
    least: "one UPDATE in a transaction",
    against,
  };
}

const product = await startProduct("bench");
try {
  const tenant = await aTenant({ workspaceLimit: 2 * WORKSPACES });
  await manyWorkspaces(tenant);
  const rows = [
    await decisions(tenant),
    await signingIn(tenant),
    await creating(tenant),
    ...(await pages(product.url, tenant)),
  ];
  console.log(`\n${table(rows)}`);
} finally {
  await closeDatabase();
  await product.stop();
}
