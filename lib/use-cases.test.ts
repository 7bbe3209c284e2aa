import { globSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { decide, decideManagement } from "#lib/access/decide.ts";
import { MANAGEMENT_PERMISSIONS } from "#lib/access/management.ts";
import { ASSIGNABLE_ROLES, OWNER, requireVerb } from "#lib/access/roles.ts";
import type { Decision, WorkspaceFacts, WorkspaceStatus } from "#lib/access/types.ts";
import type { Caller } from "#lib/auth/caller.ts";
import { AppError } from "#lib/errors.ts";
import { as, callerFor } from "#lib/testing/callers.ts";
import { asOwner } from "#lib/testing/database.ts";
import {
  aGroup,
  anAgency,
  aTenant,
  aUser,
  aWorkspace,
  type Tenant,
  type User,
  type Workspace,
} from "#lib/testing/factories.ts";
import { anInput, junkInputs, JUNK, neverIssued } from "#lib/testing/inputs.ts";
import { createTenantRole } from "#lib/roles/commands.ts";
import type { UseCase } from "#lib/use-case.ts";
import { useCases } from "#lib/use-cases.ts";

// No use case escapes: whatever is in the list is called by everybody who should be refused, and with junk.

const HERE = import.meta.dirname;
const cases = useCases.map((useCase) => [useCase.name, useCase] as const);
const inWorkspace = cases.filter(([, useCase]) => useCase.in === "workspace");
const inTenant = cases.filter(([, useCase]) => useCase.in === "tenant" || useCase.in === "self");
const STATUSES: WorkspaceStatus[] = ["NORMAL", "DISABLED", "DELETING", "DELETE_FAILED", "CREATE_FAILED"];

let acme: Tenant;
let mei: User;
let lab: Workspace;
let ids: string[];

/** Ids of one thing of each kind that has one. */
async function idsOf(tenant: Tenant): Promise<string[]> {
  const found: string[] = [];
  for (const table of [
    "Principal",
    "CustomRole",
    "Session",
    "Workspace",
    "EnterpriseProject",
    "Membership",
    "OneTimeLink",
    "AuditEntry",
  ]) {
    const { rows } = await asOwner((owner) =>
      owner.query<{ id: string }>(`SELECT id FROM "${table}" WHERE "tenantId" = $1`, [tenant.id]),
    );
    found.push(...rows.map(({ id }) => id));
  }
  return found;
}

beforeAll(async () => {
  acme = await aTenant();
  mei = await aUser(acme);
  const group = await aGroup(acme, { members: [mei] });
  await anAgency(acme, { actors: [mei] });
  lab = await aWorkspace(acme, { owner: mei, members: [{ who: group, roles: ["visitor"] }] });
  await callerFor(mei);
  await as(acme.superAdmin).run(createTenantRole, { name: "Trainer", levels: { training: "full" } });
  ids = await idsOf(acme);
});

type Outcome = { code: string; key?: string };

/** What came of a call; anything but a value and an expected refusal is a crash and fails the test. */
async function outcome(
  useCase: UseCase,
  caller: Caller | null,
  input: unknown,
  workspace?: string,
): Promise<Outcome & { value?: unknown }> {
  try {
    return { code: "done", value: await as(caller).run(useCase, input, { workspace }) };
  } catch (error) {
    if (!(error instanceof AppError))
      throw new Error(`${useCase.name} crashed on ${JSON.stringify(input)?.slice(0, 300)}`, { cause: error });
    return { code: error.code, key: error.details.key };
  }
}

describe("the list", () => {
  test("holds every query and command of every capability", async () => {
    const files = globSync("*/{queries,commands}.ts", { cwd: HERE });
    const written = await Promise.all(
      files.map(async (file) => {
        const exported: Record<string, unknown> = await import(path.join(HERE, file));
        const found = Object.entries(exported).filter(([, value]) =>
          ["query", "command"].includes((value as UseCase)?.kind),
        );
        return found.map(([name, value]) => ({ name: `${file}: ${name}`, useCase: value as UseCase }));
      }),
    );
    expect(written.flat().length).toBeGreaterThan(10);
    expect(
      written
        .flat()
        .filter(({ useCase }) => !useCases.includes(useCase))
        .map(({ name }) => name),
    ).toEqual([]);
  });

  test("names each use case once, by its capability and what it does", () => {
    const names = useCases.map(({ name }) => name);
    expect(names).toEqual([...new Set(names)]);
    for (const name of names) expect(name).toMatch(/^[a-z][A-Za-z]*\.[a-z][A-Za-z]*$/);
  });

  test.each(cases)("%s says what it does and needs what can be decided there", (_, { summary, in: place, needs }) => {
    expect(summary).toMatch(/^[A-Z].{10,200}\.$/s);
    expect(Array.isArray(needs)).toBe(place === "workspace");
    if (place === "workspace") requireVerb(...(needs as Parameters<typeof requireVerb>));
    if (place === "self" || place === "anyone") expect(needs).toEqual({ nothing: true });
  });

  test.each(cases)("%s takes the input that the tests below send", async (_, useCase) => {
    expect((await useCase.input.safeParseAsync(anInput(useCase, ids))).error?.issues).toBeUndefined();
  });
});

/** What anybody may know. */
const OPEN: Record<string, { says: unknown; why: string }> = {
  "tenants.isSetUp": {
    says: { setUp: expect.any(Boolean) },
    why: "The sign-in page tells who runs the machine that nothing is set up yet.",
  },
};

describe("without a session", () => {
  test.each([...inTenant, ...inWorkspace])("%s is refused, whatever else is wrong", async (_, useCase) => {
    for (const input of [anInput(useCase, ids), {}, ...JUNK]) {
      expect((await outcome(useCase, null, input, lab.id)).code).toBe("unauthenticated");
    }
  });

  test.each(cases.filter(([, useCase]) => useCase.in === "anyone"))(
    "%s does nothing without its secret",
    async (_, useCase) => {
      for (const input of [anInput(useCase, ids), ...junkInputs(useCase, ids)]) {
        const { code, value } = await outcome(useCase, null, input);
        expect(["not_found", "invalid_input", "done"]).toContain(code);
        if (code === "done") expect(value).toEqual(OPEN[useCase.name]?.says ?? null);
      }
    },
  );
});

describe("a stranger of another tenant, who may do everything there", () => {
  let stranger: Caller;
  let another: Caller;
  const everythingOfAcme = async () => {
    const tables = [
      "Principal",
      "Credential",
      "Session",
      "ManagementGrant",
      "GroupMember",
      "AgencyActor",
      "EnterpriseProject",
      "Workspace",
      "Membership",
      "CustomRole",
    ];
    const all = tables.map(
      (table) =>
        `SELECT '${table}', md5(coalesce(string_agg(t::text, '' ORDER BY t::text), '')) FROM "${table}" t WHERE "tenantId" = $1`,
    );
    return (await asOwner((owner) => owner.query(all.join(" UNION ALL "), [acme.id]))).rows;
  };

  beforeAll(async () => {
    stranger = await callerFor((await aTenant()).superAdmin);
    another = await callerFor((await aTenant()).superAdmin);
  });

  test.each(inWorkspace)("%s: the workspace is not there, by id and by slug", async (_, useCase) => {
    const before = await everythingOfAcme();
    for (const ref of [lab.id, lab.slug]) {
      for (const input of [anInput(useCase, ids), {}, { contains: "" }]) {
        expect((await outcome(useCase, stranger, input, ref)).code).toBe("not_found");
      }
    }
    expect(await everythingOfAcme()).toEqual(before);
  });

  test.each(inTenant)("%s: ids of others are like ids that never existed", async (_, useCase) => {
    const before = await everythingOfAcme();
    const real = await outcome(useCase, stranger, anInput(useCase, ids));
    const invented = await outcome(useCase, another, anInput(useCase, neverIssued(ids)));
    expect({ code: real.code, key: real.key }).toEqual({ code: invented.code, key: invented.key });
    const said = JSON.stringify(real.value ?? null);
    expect(ids.filter((id) => said.includes(id))).toEqual([]);
    expect(await everythingOfAcme()).toEqual(before);
  });
});

/** Those that need no permission of their own and still look closer, in `run`: who is nobody in particular is refused. */
const LOOK_CLOSER: Record<string, string> = {
  "accounts.searchPrincipals": "For whoever makes or shapes a workspace, which may be an Administrator of one.",
  "enterpriseProjects.choices": "The same.",
  "roles.choices": "The same.",
};

describe("everybody in the tenant gets what decide() says", () => {
  type Somebody = { caller: Caller; role: string | null };
  const people = new Map<string, Somebody>();

  beforeAll(async () => {
    const add = async (name: string, user: User, role: string | null) =>
      people.set(name, { caller: await callerFor(user), role });
    for (const role of [OWNER, ...ASSIGNABLE_ROLES]) await add(role, await aUser(acme), role);
    for (const permission of MANAGEMENT_PERMISSIONS)
      await add(permission, await aUser(acme, { management: [permission] }), null);
    await add("nobody in particular", await aUser(acme), null);
    await add("the Super Admin", acme.superAdmin, null);
  });

  /** A workspace in which somebody has their role and nobody else has one. */
  async function workspaceFor(
    { caller, role }: Somebody,
    status: WorkspaceStatus,
  ): Promise<{ id: string; facts: WorkspaceFacts }> {
    const who = { id: caller.principalId, tenantId: acme.id, kind: "USER", name: caller.name } as const;
    const roles = role && role !== OWNER ? [role] : [];
    const owner = role === OWNER ? who : mei;
    const { id } = await aWorkspace(acme, { owner, status, members: roles.length > 0 ? [{ who, roles }] : [] });
    const paths =
      roles.length > 0
        ? [{ via: "membership" as const, principalId: who.id, principalName: who.name, roles, expiresAt: null }]
        : [];
    const facts = {
      id,
      ownerId: owner.id,
      status,
      authorizationType: "INTERNAL",
      publicRole: "visitor",
      builtIn: null,
      paths,
    } as const;
    return { id, facts };
  }

  /** Refused as decided; or admitted, and then done or refused for what the input says. */
  function expectDecided(decision: Decision, { code }: Outcome, who: string): void {
    if (!decision.allowed) expect([who, code]).toEqual([who, decision.code]);
    else expect([who, "not_found", "unauthenticated"]).not.toContain(code);
  }

  test.each(inWorkspace)("%s", async (_, useCase) => {
    const [module, verb] = useCase.needs as Parameters<typeof requireVerb>;
    const act = useCase.kind === "command" ? useCase.act : "read";
    for (const [name, somebody] of people) {
      const statuses = ["the Super Admin", OWNER].includes(name) ? STATUSES : ["NORMAL" as const];
      for (const status of statuses) {
        const { id, facts } = await workspaceFor(somebody, status);
        const decision = decide(somebody.caller.subject, { module, verb, act }, facts, new Date());
        expectDecided(
          decision,
          await outcome(useCase, somebody.caller, anInput(useCase, ids), id),
          `${name}, ${status}`,
        );
      }
    }
  });

  test.each(inTenant)("%s", async (_, useCase) => {
    const { needs } = useCase;
    for (const [name, { caller }] of people) {
      const { code } = await outcome(useCase, caller, {});
      if ("management" in needs) {
        const { allowed } = decideManagement(caller.subject, needs.management);
        expect([name, code === "forbidden"]).toEqual([name, !allowed]);
      } else if ("superAdmin" in needs) {
        expect([name, code === "forbidden"]).toEqual([name, !caller.subject.superAdmin]);
      } else if (!LOOK_CLOSER[useCase.name] || name === "the Super Admin") {
        expect([name, code]).not.toEqual([name, "forbidden"]);
      } else if (name === "nobody in particular") {
        expect([name, code]).toEqual([name, "forbidden"]);
      }
    }
  });
});

describe("junk, from somebody who may do everything", () => {
  test.each([...inTenant, ...inWorkspace])(
    "%s refuses or bears it",
    async (_, useCase) => {
      const junkyard = await aTenant();
      const caller = await callerFor(junkyard.superAdmin);
      const workspace = await aWorkspace(junkyard);
      const own = await idsOf(junkyard);
      const inputs = junkInputs(useCase, own);
      for (const input of inputs) {
        const { code } = await outcome(useCase, caller, input, workspace.id);
        expect(["internal", "unavailable", "unauthenticated"]).not.toContain(code);
      }
      const refs = useCase.in === "workspace" ? JUNK.filter((junk) => typeof junk === "string") : [];
      for (const ref of refs) expect((await outcome(useCase, caller, {}, ref)).code).toBe("not_found");
    },
    60_000,
  );
});
