import { decide } from "#lib/access/decide.ts";
import { MODULES, verbsOf } from "#lib/access/roles.ts";
import type { WorkspaceFacts } from "#lib/access/types.ts";
import { hashSecret } from "#lib/auth/secrets.ts";
import { bindTenant, database, definer, transaction, type Tx } from "#lib/db.ts";
import { createTenantRole } from "#lib/roles/commands.ts";
import { as, callerFor, signIn } from "#lib/testing/callers.ts";
import { aGroup, aTenant, aUser, aWorkspace, members, type Tenant, type Workspace } from "#lib/testing/factories.ts";
import { Prisma } from "#prisma/client/client.ts";
import type { Sized } from "./lists.ts";
import { interleaved, median, ratioRow, type Row } from "./measure.ts";

// What it costs to decide: the decision alone, the admission before it, and the list of a workspace's members.

/** How many lookups are asked for at once, and in all. */
const [AT_ONCE, CALLS] = [8, 400];

/** All questions of the Access page, a thousand times over, beside the loop that asks them. */
export async function decisionRow(): Promise<Row> {
  const tenant = await aTenant();
  const user = await aUser(tenant);
  const { subject } = await callerFor(user);
  const [one, two] = ["algorithm-developer", "visitor"].map((role) => {
    return {
      via: "membership",
      principalId: user.id,
      principalName: user.name,
      roles: [role],
      expiresAt: null,
    } as const;
  });
  const lab: WorkspaceFacts = {
    ...{ id: "ws-0000000000000000", ownerId: tenant.superAdmin.id, status: "NORMAL", authorizationType: "INTERNAL" },
    ...{ publicRole: "visitor", builtIn: null, paths: [one!, { ...two!, via: "group" }] },
  };
  const questions = MODULES.flatMap((module) => verbsOf(module).map((verb) => ({ module, verb })));
  const now = new Date();
  let allowed = 0;
  const { asking, loop } = await interleaved(50, {
    asking() {
      for (let i = 0; i < 1_000; i++)
        if (decide(subject, questions[i % questions.length]!, lab, now).allowed) allowed++;
    },
    loop() {
      for (let i = 0; i < 1_000; i++) if (questions[i % questions.length]!.verb === "view") allowed++;
    },
  });
  if (allowed === 0) throw new Error("nothing was decided");
  return ratioRow("decide(), a thousand", asking, ["an empty loop over the same questions", loop], null);
}

type Admitted = { workspace: Workspace; secret: string };

/** Admission as one query (who by the session, where, by which ways, as what), beside a row by its key through the same client. */
const admission = ({ workspace: { slug }, secret }: Admitted) =>
  definer<{ workspace: object | null } | null>(Prisma.sql`atrium_admission(${hashSecret(secret)}, ${slug}, false)`);
/** Bound to the tenant in the same breath: row-level security shows it to nobody else. */
async function lookup({ workspace: { id, tenantId } }: Admitted): Promise<void> {
  const rows = await database().$queryRaw<object[]>`
    WITH bound AS MATERIALIZED (SELECT set_config('atrium.tenant', ${tenantId}, true))
    SELECT w.* FROM bound, "Workspace" w WHERE w.id = ${id}`;
  if (rows.length !== 1) throw new Error("no such row");
}

async function burst(work: () => Promise<unknown>): Promise<void> {
  let left = CALLS;
  const one = async () => {
    while (left-- > 0) await work();
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
}

async function admissionThroughput(where: Admitted, what: string, rounds: number): Promise<Row> {
  if (!(await admission(where))?.workspace) throw new Error("nobody was admitted");
  const { admit, row } = await interleaved(rounds, {
    admit: () => burst(() => admission(where)),
    row: () => burst(() => lookup(where)),
  });
  const rate = (times: readonly number[]) => (CALLS * 1_000) / median(times);
  return {
    what: `admission, ${AT_ONCE} at once, ${what}`,
    value: `${rate(admit).toFixed(0)}/s`,
    against: `${rate(row).toFixed(0)}/s rows by their key`,
    figure: rate(admit) / rate(row),
    target: { at: "least", value: 0.4 },
  };
}

type Prepared = { many: Sized; small: Admitted; large: Admitted; fifty: Workspace };

/** A workspace with 10 members, groups and roles, one with 10,000, 500 and 200, and one of 50 beside it. */
export async function prepare(many: Sized): Promise<Prepared> {
  return { many, small: await peopled(await aTenant(), 11, 10, 10), ...(await crowd(many)) };
}

export async function accessRows({ many, small, large, fifty }: Prepared, rounds: number): Promise<Row[]> {
  const latency = await interleaved(rounds * 20, { ten: () => admission(small), many: () => admission(large) });
  const pages = await interleaved(rounds, {
    fifty: () => many.get(`/w/${fifty.slug}/members?limit=50`),
    all: () => many.get(`/w/${large.workspace.slug}/members?limit=50`),
  });
  return [
    await admissionThroughput(small, "10 members", rounds),
    await admissionThroughput(large, "10,000 members", rounds),
    ratioRow("admission among 10,000, 500 groups, 200 roles", latency.many, ["among 10 of each", latency.ten], 1.5),
    ratioRow("members page of 10,000", pages.all, ["of 50", pages.fifty], 1.5),
  ];
}

/** One who is in by themselves, with a custom role, and by two groups. */
async function peopled(tenant: Tenant, people: number, groups: number, roles: number): Promise<Admitted> {
  const user = await aUser(tenant);
  const workspace = await aWorkspace(tenant);
  const [role] = await customRoles(tenant, roles);
  await members(workspace, { who: user, roles: [role!, "visitor"] });
  for (let n = 0; n < groups; n++) {
    const group = await aGroup(tenant, { members: n < 2 ? [user] : [] });
    await members(workspace, { who: group, roles: ["algorithm-developer"] });
  }
  for (let n = groups + 1; n < people; n++) await members(workspace, { who: await aUser(tenant), roles: ["visitor"] });
  return { workspace, secret: await signIn(user) };
}

async function customRoles({ superAdmin }: Pick<Tenant, "superAdmin">, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let n = 0; n < count; n++) {
    const name = `bench-${crypto.randomUUID().slice(0, 8)}`;
    const { id } = await as(superAdmin).run(createTenantRole, {
      name,
      levels: { workspace: "read", notebooks: "full" },
    });
    ids.push(id);
  }
  return ids;
}

/** All that a tenant of 10,000 people can put into one workspace, and one of 50 beside it. */
async function crowd({ tenantId, superAdmin }: Sized): Promise<{ large: Admitted; fifty: Workspace }> {
  const enterpriseProjectId = await inTenant(tenantId, async (tx) => {
    return (await tx.enterpriseProject.findFirstOrThrow({ select: { id: true } })).id;
  });
  const root = { ...superAdmin, kind: "USER", name: "Root", email: "" } as const;
  const none = { default: "", system: "" };
  const tenant = { id: tenantId, name: "", superAdmin: root, enterpriseProjectId, workspaces: none };
  const large = await peopled(tenant, 501, 500, 200);
  const fifty = await aWorkspace(tenant);
  await fill(large.workspace, 10_000);
  await fill(fifty, 50);
  return { large, fifty };
}

/** Puts users of the tenant in until there are so many. */
function fill({ id, tenantId }: Workspace, most: number): Promise<number> {
  return inTenant(
    tenantId,
    (tx) => tx.$executeRaw`
      INSERT INTO "Membership" (id, "tenantId", "workspaceId", "principalId", roles)
      SELECT 'mbr-' || substr(md5(random()::text || p.id), 1, 16), ${tenantId}, ${id}, p.id, ARRAY['visitor']
      FROM "Principal" p WHERE p."tenantId" = ${tenantId} AND p.kind = 'USER'
        AND NOT EXISTS (SELECT FROM "Membership" m WHERE m."workspaceId" = ${id} AND m."principalId" = p.id)
      LIMIT ${most} - (SELECT count(*) FROM "Membership" m WHERE m."workspaceId" = ${id})`,
  );
}

function inTenant<T>(tenantId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return transaction(async (tx) => {
    await bindTenant(tx, tenantId);
    return work(tx);
  });
}
