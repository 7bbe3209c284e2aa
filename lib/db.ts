import { PrismaPg } from "@prisma/adapter-pg";
import { env } from "#lib/env.ts";
import { AppError } from "#lib/errors.ts";
import { Prisma, PrismaClient } from "#prisma/client/client.ts";

/** A transaction. Bound to a tenant by `bindTenant` or admission; unbound, row-level security shows it nothing. */
export type Tx = Prisma.TransactionClient;

// What is asked of a connection is set on purpose: nobody waits for a lock or holds a transaction for long.
const SESSION_OPTIONS = "-c lock_timeout=5s -c statement_timeout=30s -c idle_in_transaction_session_timeout=20s";
const TRANSACTION = { maxWait: 5_000, timeout: 15_000 };

// A Next process evaluates this module more than once (pages and routes are bundled apart); the client is one.
const kept = globalThis as { atriumDatabase?: PrismaClient };

export function database(): PrismaClient {
  if (kept.atriumDatabase) return kept.atriumDatabase;
  const adapter = new PrismaPg(
    {
      connectionString: env().databaseUrl,
      max: env().databasePool,
      options: SESSION_OPTIONS,
      connectionTimeoutMillis: 5_000,
      idleTimeoutMillis: 60_000,
      application_name: "atrium",
    },
    { statementNameGenerator: statementNames() },
  );
  return (kept.atriumDatabase = new PrismaClient({ adapter, errorFormat: "minimal" }));
}

/** Statements that are asked for again and again are parsed and planned once a connection: half of what a page asks for. */
const MOST_PREPARED = 500;
const AGAIN_AND_AGAIN = 3;
const UNNAMED = ""; // planned for this one call

/**
 * Names statements by their text. PostgreSQL keeps what has a name until the connection ends, so those that differ from
 * call to call (as many parameters as there are ids) are not to fill it: a few hundred get one, the first that come back.
 */
function statementNames(): (query: { sql: string }) => string {
  const seen = new Map<string, number>();
  const names = new Map<string, string>();
  return ({ sql }) => {
    const name = names.get(sql);
    if (name !== undefined || names.size >= MOST_PREPARED) return name ?? UNNAMED;
    if (seen.size > 10 * MOST_PREPARED) seen.clear();
    const times = (seen.get(sql) ?? 0) + 1;
    seen.set(sql, times);
    if (times < AGAIN_AND_AGAIN) return UNNAMED;
    seen.delete(sql);
    const given = `atrium_${names.size}`;
    names.set(sql, given);
    return given;
  };
}

export async function closeDatabase(): Promise<void> {
  const client = kept.atriumDatabase;
  kept.atriumDatabase = undefined;
  await client?.$disconnect();
}

/** Runs `work` in one transaction. What the database refuses for want of time or connection is `unavailable` (503). */
export async function transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    return await database().$transaction(work, TRANSACTION);
  } catch (error) {
    throw asAppError(error);
  }
}

/** Binds the rest of the transaction to a tenant. */
export async function bindTenant(tx: Tx, tenantId: string): Promise<void> {
  await tx.$queryRaw`SELECT set_config('atrium.tenant', ${tenantId}, true)`;
}

/** Calls one of the definer functions of migration 0002, outside of any tenant, and returns its one value. */
export async function definer<T>(call: Prisma.Sql, on: Tx = database()): Promise<T> {
  try {
    const rows = await on.$queryRaw<{ result: T }[]>`SELECT ${call} AS result`;
    return rows[0]!.result;
  } catch (error) {
    throw asAppError(error);
  }
}

// SQLSTATEs: lock not available, query cancelled by its timeout, deadlock, serialization failure, too many connections,
// shutting down, starting up, idle in transaction. P2024/P2028 and P1xxx are Prisma's words for the same.
const PASSING = /\b(55P03|57014|40P01|40001|53300|57P01|57P02|57P03|25P03|P2024|P2028|P2034|P1001|P1002|P1008|P1017)\b/;
const DISCONNECTED =
  /ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|ETIMEDOUT|connection terminated|timeout exceeded when trying to connect|DatabaseNotReachable|ConnectionClosed|Connection terminated/i;

// A row refers to one that is gone: it was there when somebody looked, and was deleted since.
const GONE = /\b(23503|P2003)\b/;
const UNSTORABLE = /\b22021\b/; // a text with U+0000, which PostgreSQL does not keep

/**
 * An AppError `unavailable` for what will pass by itself, `conflict` for what refers to something that was just deleted,
 * `invalid_input` for text that no database keeps.
 */
export function asAppError(error: unknown): unknown {
  if (error instanceof AppError || !(error instanceof Error)) return error;
  const code = "code" in error ? String(error.code) : "";
  const cause = "cause" in error ? JSON.stringify(error.cause ?? "") : "";
  const meta = "meta" in error ? JSON.stringify(error.meta ?? "") : "";
  const said = `${code} ${error.message} ${cause} ${meta}`;
  if (UNSTORABLE.test(said)) return new AppError("invalid_input", {}, { cause: error });
  if (PASSING.test(said) || DISCONNECTED.test(said)) {
    return new AppError("unavailable", { retryAfter: 2 }, { cause: error });
  }
  if (GONE.test(said)) return new AppError("conflict", { key: "errors.gone" }, { cause: error });
  return error;
}

/** Whether a write or a deletion failed because of a reference between rows. */
export function isReferred(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2003";
}

/** Whether a write failed because another row already has what must be unique; `column` is one of that index. */
export function isTaken(error: unknown, column: string): boolean {
  return (
    error instanceof Prisma.PrismaClientKnownRequestError &&
    error.code === "P2002" &&
    JSON.stringify(error.meta ?? "").includes(column)
  );
}
