import { Agent, get } from "node:http";
import { bindTenant, transaction } from "#lib/db.ts";
import { aUser } from "#lib/testing/factories.ts";
import { seedMany } from "#prisma/seed/many.ts";
import { Prisma } from "#prisma/client/client.ts";
import { cookieFor } from "../session.ts";
import { interleaved, median, ratioRow, type Row } from "./measure.ts";

// Pages and answers over HTTP: what a size costs, and what the rows of a page cost.

type Person = { id: string; tenantId: string };
export type Sized = { tenantId: string; superAdmin: Person; get: (path: string, who?: Person) => Promise<void> };

/** A tenant of this many workspaces; `get` asks the server as its Super Admin, or as somebody else of it. */
export async function sized(url: string, name: string, workspaces: number, users?: number): Promise<Sized> {
  await seedMany(
    { tenant: name, workspaces, users },
    { say: (sentence) => void process.stderr.write(`${name}: ${sentence}\n`) },
  );
  const tenantId = await transaction(async (tx) => {
    const [row] = await tx.$queryRaw<{ found: { tenantId: string } }[]>`SELECT atrium_tenant(${name}) AS found`;
    return row!.found.tenantId;
  });
  const [root] = await inTenant(tenantId, Prisma.sql`SELECT id FROM "Principal" WHERE "superAdmin"`);
  const superAdmin = { id: root!.id, tenantId };
  const cookies = new Map<string, string>();
  const open = async (path: string, who = superAdmin) => {
    const cookie = cookies.get(who.id) ?? Object.values(await cookieFor(who)).join("=");
    cookies.set(who.id, cookie);
    const status = await ask(url + path, cookie);
    if (status !== 200) throw new Error(`${path} answered ${status}`);
  };
  return { tenantId, superAdmin, get: open };
}

const agent = new Agent({ keepAlive: true });

/** As a browser asks, and no more than that: the machine that asks is the one that answers, and unpacking takes long. */
function ask(url: string, cookie: string): Promise<number> {
  const headers = { cookie, "accept-encoding": "gzip" };
  return new Promise((resolve, reject) => {
    const asked = get(url, { agent, headers }, (answer) => {
      answer.resume();
      answer.once("end", () => resolve(answer.statusCode ?? 0));
      answer.once("error", reject);
    });
    asked.once("error", reject);
  });
}

function inTenant(tenantId: string, sql: Prisma.Sql): Promise<{ id: string; value: string }[]> {
  return transaction(async (tx) => {
    await bindTenant(tx, tenantId);
    return tx.$queryRaw(sql);
  });
}

const cursor = (at: object) => Buffer.from(JSON.stringify({ back: false, ...at })).toString("base64url");

/** The address of a page by number, as the "Next" button would come there. */
async function pageAt({ tenantId }: Sized, number: number): Promise<string> {
  const row = (number - 1) * 50;
  const [before] = await inTenant(
    tenantId,
    Prisma.sql`SELECT id, "nameKey" AS value FROM "Workspace" ORDER BY "nameKey", id OFFSET ${row - 1} LIMIT 1`,
  );
  return `cursor=${cursor({ ...before, from: row + 1 })}`;
}

async function queriesOf(tenant: Sized, lastPage: number): Promise<Record<string, string>> {
  const owned = (order: string) =>
    inTenant(
      tenant.tenantId,
      Prisma.sql`SELECT "ownerId" AS id FROM "Workspace" GROUP BY 1 ORDER BY count(*) ${Prisma.raw(order)}, 1 LIMIT 1`,
    );
  const [[busy], [project]] = [
    await owned("DESC"),
    await inTenant(tenant.tenantId, Prisma.sql`SELECT id FROM "EnterpriseProject" WHERE name = 'research-2026'`),
  ];
  return {
    plain: "",
    "search: cs1, which most have": "search=cs1",
    "search: lab, which few have": "search=lab",
    "search: 学习, at the end of the alphabet": `search=${encodeURIComponent("学习")}`,
    "search: zqx, which nobody has": "search=zqx",
    status: "status=DISABLED",
    "authorization type": "authorizationType=PUBLIC",
    owner: `owner=${busy!.id}`,
    "enterprise project": `enterpriseProject=${project!.id}`,
    "those one may enter": "accessible=true",
    "all filters and a search": `search=cs1&status=NORMAL&authorizationType=INTERNAL&enterpriseProject=${project!.id}`,
    ...Object.fromEntries(
      ["-name", "status", "-status", "createdAt", "-createdAt", "updatedAt", "-updatedAt"].map((sort) => [
        `sort: ${sort}`,
        `sort=${sort}`,
      ]),
    ),
    "page 1,000 (of 1,000: the last)": await pageAt(tenant, lastPage),
  };
}

/** Each way to look at the list, among 1,000 and among 100,000. */
export async function listRows(small: Sized, large: Sized, rounds: number): Promise<Row[]> {
  const [few, many] = [await queriesOf(small, 20), await queriesOf(large, 1_000)];
  const rows: Row[] = [];
  for (const [what, query] of Object.entries(many)) {
    const times = await interleaved(rounds, {
      small: () => small.get(`/workspaces?limit=50&${few[what]}`),
      large: () => large.get(`/workspaces?limit=50&${query}`),
    });
    rows.push(ratioRow(`list of 100,000, ${what}`, times.large, ["of 1,000", times.small], 1.5));
  }
  return rows;
}

/** The same for those who do not see everything: who is in many workspaces, and who is in a few. */
export async function memberRows(small: Sized, large: Sized, rounds: number): Promise<Row[]> {
  const member = async (tenant: Sized, order: string): Promise<Person> => {
    const [found] = await inTenant(
      tenant.tenantId,
      Prisma.sql`SELECT p.id FROM "Principal" p JOIN "Membership" m ON m."principalId" = p.id
        WHERE p.kind = 'USER' AND NOT p."superAdmin" GROUP BY 1 ORDER BY count(*) ${Prisma.raw(order)}, 1 LIMIT 1`,
    );
    return { id: found!.id, tenantId: tenant.tenantId };
  };
  const rows: Row[] = [];
  for (const [who, order] of [
    ["who is in most", "DESC"],
    ["who is in fewest", "ASC"],
  ] as const) {
    const [few, many] = [await member(small, order), await member(large, order)];
    for (const [what, query] of [
      ["plain", ""],
      ["search", "search=lab"],
    ]) {
      const times = await interleaved(rounds, {
        small: () => small.get(`/workspaces?limit=50&${query}`, few),
        large: () => large.get(`/workspaces?limit=50&${query}`, many),
      });
      rows.push(ratioRow(`list of 100,000 for one ${who}, ${what}`, times.large, ["of 1,000", times.small], 1.5));
    }
  }
  const [managing, manager] = [await aManager(small), await aManager(large)];
  const times = await interleaved(rounds, {
    small: () => small.get("/workspaces?limit=50&search=lab", managing),
    large: () => large.get("/workspaces?limit=50&search=lab", manager),
  });
  rows.push(
    ratioRow("list of 100,000 for one who manages from outside, search", times.large, ["of 1,000", times.small], 1.5),
  );
  return rows;
}

const aManager = ({ tenantId }: Sized) => aUser({ id: tenantId }, { management: ["quotas.manage"] });

/** What the switcher asks for, by its search and without. */
export async function switcherRows(few: Sized, many: Sized, rounds: number): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [what, query] of [
    ["cs1, which most have", "search=cs1"],
    ["lab, which few have", "search=lab"],
    ["zqx, which nobody has", "search=zqx"],
    ["nothing", ""],
  ]) {
    const times = await interleaved(rounds, {
      few: () => few.get(`/api/v1/switcher?${query}`),
      many: () => many.get(`/api/v1/switcher?${query}`),
    });
    rows.push(ratioRow(`switcher among 10,000, searching ${what}`, times.many, ["among 100", times.few], 1.5));
  }
  return rows;
}

const CONNECTIONS = 8;
const REQUESTS = 64;

/** Requests a second: the list of 50 beside the same frame with nothing in it. */
export async function throughput(tenant: Sized, rounds: number): Promise<Row> {
  const burst = (path: string) => async () => {
    let left = REQUESTS;
    const one = async () => {
      while (left-- > 0) await tenant.get(path);
    };
    await Promise.all(Array.from({ length: CONNECTIONS }, one));
  };
  const { list, base } = await interleaved(rounds, {
    list: burst("/workspaces?limit=50"),
    base: burst("/bench"),
  });
  const rate = (times: readonly number[]) => (REQUESTS * 1_000) / median(times);
  return {
    what: `list of 50, ${CONNECTIONS} at once`,
    value: `${rate(list).toFixed(1)}/s`,
    against: `${rate(base).toFixed(1)}/s the frame alone`,
    figure: rate(list) / rate(base),
    target: { at: "least", value: 0.5 },
  };
}
