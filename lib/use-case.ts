import type { z } from "zod";
import { decide, decideManagement } from "#lib/access/decide.ts";
import { maySee } from "#lib/access/enter.ts";
import type { ManagementPermission } from "#lib/access/management.ts";
import type { Module, Verb } from "#lib/access/roles.ts";
import type { Act, Decision, WorkspaceFacts } from "#lib/access/types.ts";
import { recordAll, recordRefusal, type AuditFacts, type Refused } from "#lib/audit/write.ts";
import type { Caller } from "#lib/auth/caller.ts";
import { hashSecret } from "#lib/auth/secrets.ts";
import { callerOf, findSession, noteSession, type Holder } from "#lib/auth/sessions.ts";
import type { Visit } from "#lib/auth/visit.ts";
import { transaction, type Tx } from "#lib/db.ts";
import { AppError } from "#lib/errors.ts";
import { tell } from "#lib/live.ts";
import { bookOf, type StoredRole } from "#lib/roles/book.ts";
import { toFields } from "#lib/validation.ts";
import { Prisma } from "#prisma/client/client.ts";

/** Where a use case happens: what admission looks at. `anyone`: before somebody is signed in (setup, invitation). */
export type Place = "workspace" | "tenant" | "self" | "anyone";

/** Module and verb inside a workspace, a management permission of the tenant, the Super Admin, or nothing but a session. */
export type Needs =
  readonly [Module, Verb] | { management: ManagementPermission } | { superAdmin: true } | { nothing: true };

/** A workspace as admission found it, with the caller's paths into it. */
export type Workspace = WorkspaceFacts & { name: string; slug: string; version: number };

export type Context<P extends Place = Place> = {
  tx: Tx;
  caller: P extends "anyone" ? Caller | null : Caller;
  workspace: P extends "workspace" ? Workspace : null;
  /** Own, public or all: what of the module's things the caller may touch. */
  scope: readonly ("own" | "public" | "all")[];
  now: Date;
  visit: Visit;
};

type Definition<P extends Place, I extends z.ZodType, O extends z.ZodType, R> = {
  /** `<capability>.<verb>`, stable: audit, API and documents use it. */
  name: string;
  summary: string;
  in: P;
  needs: Needs;
  input: I;
  /** What leaves the house: everything that `run` returns beyond it stays inside. */
  output: O;
  run(context: Context<P>, input: z.output<I>): Promise<R>;
};

export type Query<P extends Place = Place, I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = Omit<
  Definition<P, I, O, z.input<O>>,
  "run"
> & { kind: "query"; run(context: Context<P>, input: z.output<I>): Promise<unknown> };

export type Command<P extends Place = Place, I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = Omit<
  Definition<P, I, O, z.input<O>>,
  "run"
> & {
  kind: "command";
  act: Act;
  before?: Before;
  run(context: Context<P>, input: z.output<I>): Promise<unknown>;
  audit(input: z.output<I>, result: never, context: Context<P>): AuditFacts | readonly AuditFacts[] | null;
};

/** Stands whatever the transaction does, and is over before it begins: two connections for one call could block all. */
type Before = (caller: Caller, visit: Visit) => Promise<void>;

export type UseCase = Query | Command;

/** A read. Its transaction writes nothing but what belongs to the reader (their last visit). */
export function query<P extends Place, I extends z.ZodType, O extends z.ZodType>(
  definition: Definition<P, I, O, z.input<O>>,
): Query<P, I, O> {
  return { ...definition, kind: "query" };
}

/**
 * A write. `act` is what the workspace's state must allow (lib/access/states.ts; "change" unless said). `audit` turns
 * input and result into the entry, written in the same transaction; null when nothing changed. `before` counts what may
 * be tried only so often, and is not undone by a refusal.
 */
export function command<P extends Place, I extends z.ZodType, O extends z.ZodType, R extends z.input<O>>(
  definition: Definition<P, I, O, R> & {
    act?: Act;
    before?: Before;
    audit(input: z.output<I>, result: R, context: Context<P>): AuditFacts | readonly AuditFacts[] | null;
  },
): Command<P, I, O> {
  return { act: "change", ...definition, kind: "command" };
}

/** Who calls: looked up already (null: nobody), or the secret of their session, which admission looks up itself. */
type Who = { caller: Caller | null } | { session: string | null };
export type Call = Who & { visit: Visit; workspace?: string };

/** What is found out on the way, for whatever becomes of the call. */
type Known = Refused & {
  caller: Caller | null;
  /** That the session is in use is to be noted. */
  stale?: boolean;
};

/**
 * The one way in: admits the caller, parses the input, runs in one transaction, writes the audit entry and leaves.
 * Throws AppError for every expected failure; anything else is a bug.
 */
export async function execute<U extends UseCase>(
  useCase: U,
  call: Call,
  input: unknown,
): Promise<z.output<U["output"]>> {
  const known: Known = { caller: null }; // the rest once admitted: a refusal of what nobody may see names nothing
  try {
    const who = await runBefore(useCase, call, known, input);
    return await transaction(async (tx) => {
      const context = await admit(tx, useCase, who, known);
      const parsed = (known.input = await parse(useCase, input));
      const result = await useCase.run(context as never, parsed as never);
      if (useCase.kind === "command")
        await conclude(useCase, context, useCase.audit(parsed as never, result as never, context as never));
      return useCase.output.parse(result) as z.output<U["output"]>;
    });
  } catch (error) {
    if (useCase.kind === "command" && error instanceof AppError) {
      await recordRefusal(useCase.name, known.caller, call.visit, known, error);
    }
    throw error;
  } finally {
    await note(known, call);
  }
}

async function note({ stale }: Known, call: Who): Promise<void> {
  if (stale && "session" in call && call.session) await noteSession(call.session).catch(() => undefined);
}

/** One of several reads. `workspace`: where it happens, by id or slug. */
export type Read = { query: Query; input: unknown; workspace?: string };
type Outcome = PromiseSettledResult<unknown>;

/**
 * Reads that one page needs, together in one transaction: each is admitted by itself, and refused by itself, but who calls
 * and each workspace are looked up once. Tells who called, too; throws where nobody did, and what fails for all of them.
 */
export async function executeReads(
  reads: readonly Read[],
  call: Who & { visit: Visit },
): Promise<{ caller: Caller; outcomes: Outcome[] }> {
  const known: Known = { caller: null };
  try {
    return await transaction(async (tx) => {
      const found = new Map<string | null, Admitted>();
      const outcomes: Outcome[] = [];
      for (const { query, input, workspace } of reads) {
        try {
          const context = await admit(tx, query, { ...call, workspace }, known, found);
          const value = await query.run(context as never, (await parse(query, input)) as never);
          outcomes.push({ status: "fulfilled", value: query.output.parse(value) });
        } catch (reason) {
          if (!(reason instanceof AppError) || !known.caller) throw reason;
          outcomes.push({ status: "rejected", reason });
        }
      }
      return { caller: known.caller!, outcomes };
    });
  } finally {
    await note(known, call);
  }
}

/**
 * What is counted before anything else needs to know who calls, and so does what happens before somebody is signed in. What
 * makes no sense is refused without counting: by admission, or by the schema.
 */
async function runBefore(useCase: UseCase, call: Call, known: Known, input: unknown): Promise<Call> {
  const before = useCase.kind === "command" ? useCase.before : undefined;
  if ("session" in call && !before && useCase.in !== "anyone") return call;
  const { visit, workspace } = call;
  const caller = "caller" in call ? call.caller : call.session === null ? null : await findSession(call.session);
  known.caller = caller;
  if (before && caller && (await useCase.input.safeParseAsync(input ?? {})).success) await before(caller, visit);
  return { caller, visit, workspace };
}

/** The last lines of a command's transaction: its entries, and a hint to whoever looks at what changed. */
async function conclude(
  useCase: Command,
  context: Context,
  facts: AuditFacts | readonly AuditFacts[] | null,
): Promise<void> {
  const { tx, caller, visit, workspace } = context;
  if (facts === null || !caller) return;
  const all = [facts].flat() as AuditFacts[];
  const entries = all.map((each) => ({ workspaceId: workspace?.id, ...each }));
  await recordAll(tx, caller, visit, entries);
  await tell(tx, { tenantId: caller.tenantId, topic: useCase.name.split(".")[0]!, workspaceId: workspace?.id });
}

async function parse(useCase: UseCase, input: unknown): Promise<unknown> {
  const parsed = await useCase.input.safeParseAsync(input ?? {});
  if (!parsed.success) throw new AppError("invalid_input", { fields: toFields(parsed.error.issues) });
  return parsed.data;
}

/**
 * Finds who calls, binds the transaction to their tenant, finds the workspace through what they may see, and decides.
 * `found`: what was looked up in this transaction already, by workspace.
 */
async function admit(
  tx: Tx,
  useCase: UseCase,
  call: Call,
  known: Known,
  found = new Map<string | null, Admitted>(),
): Promise<Context> {
  const now = new Date();
  const base = { tx, visit: call.visit, now, workspace: null, scope: ["all"] as const };
  const given = "caller" in call ? call.caller : null;
  if (useCase.in === "anyone") return { ...base, caller: given } as Context;

  const ref = useCase.in === "workspace" ? (call.workspace ?? "") : null;
  const bound = ref === null ? [...found.values()][0] : found.get(ref);
  const entered = bound ?? (await enter(tx, call, ref, useCase.kind === "command"));
  if (!entered) throw new AppError("unauthenticated");
  found.set(ref, entered);
  const { caller, workspace } = entered;
  known.caller = caller;
  known.stale ||= entered.stale;
  if (useCase.in !== "workspace") {
    refuse(decideTenantWide(useCase.needs, caller));
    return { ...base, caller } as Context;
  }
  if (!workspace || !maySee(caller.subject, workspace, now)) throw new AppError("not_found");
  known.workspaceId = workspace.id;
  if (!Array.isArray(useCase.needs))
    throw new Error(`${useCase.name} happens in a workspace and needs a module and a verb`);
  const [module, verb] = useCase.needs as readonly [Module, Verb];
  const act = useCase.kind === "command" ? useCase.act : "read";
  const decision = refuse(decide(caller.subject, { module, verb, act }, workspace, now));
  return { ...base, caller, workspace, scope: decision.scope } as Context;
}

function decideTenantWide(needs: Needs, caller: Caller): Decision {
  if ("management" in needs) return decideManagement(caller.subject, needs.management);
  if ("superAdmin" in needs && !caller.subject.superAdmin) {
    return { allowed: false, code: "forbidden", because: [{ rule: "super_admin_only", act: "change" }] };
  }
  return { allowed: true, scope: ["all"], because: [] };
}

/** Throws what was refused, with its reason; returns what was allowed. */
export function refuse(decision: Decision): Extract<Decision, { allowed: true }> {
  if (decision.allowed) return decision;
  if (decision.code === "not_found") throw new AppError("not_found"); // its reasons would tell that the thing exists
  throw new AppError(decision.code, { because: decision.because });
}

type Entered = Omit<Workspace, "paths" | "book"> & {
  customRoles: StoredRole[];
  paths: {
    via: "membership" | "group";
    principalId: string;
    principalName: string;
    roles: string[];
    expiresAt: string | null;
  }[];
};

type Admission = { caller: Holder & { stale: boolean }; workspace: Entered | null };
type Admitted = { caller: Caller; workspace: Workspace | null; stale?: boolean };

/**
 * One round trip: who holds the session (where that is not known), the tenant bound, the workspace found (by id or slug)
 * with the ways in and the roles named there; locked when `hold`. Null when nobody calls.
 */
async function enter(tx: Tx, call: Call, asked: string | null, hold: boolean): Promise<Admitted | null> {
  const ref = asked?.includes("\0") ? "" : asked; // no text of PostgreSQL, so nobody's name
  if ("session" in call) {
    if (call.session === null) return null;
    const found = await one<Admission>(tx, Prisma.sql`atrium_admission(${hashSecret(call.session)}, ${ref}, ${hold})`);
    if (!found) return null;
    const { stale, ...holder } = found.caller;
    return { caller: callerOf(holder), workspace: found.workspace && workspaceOf(found.workspace), stale };
  }
  const { caller } = call;
  if (!caller) return null;
  const { tenantId, principalId } = caller.subject; // while somebody acts as an agency, its ways in are the only ones
  const found = await one<Entered>(tx, Prisma.sql`atrium_admit(${tenantId}, ${principalId}, ${ref}, ${hold})`);
  return { caller, workspace: found && workspaceOf(found) };
}

async function one<T>(tx: Tx, call: Prisma.Sql): Promise<T | null> {
  const [row] = await tx.$queryRaw<{ found: T | null }[]>`SELECT ${call} AS found`;
  return row?.found ?? null;
}

function workspaceOf({ customRoles, paths, ...entered }: Entered): Workspace {
  const given = paths.map((path) => ({ ...path, expiresAt: path.expiresAt ? new Date(path.expiresAt) : null }));
  return { ...entered, paths: given, book: bookOf(customRoles) };
}
