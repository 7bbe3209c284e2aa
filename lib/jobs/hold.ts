import pg from "pg";
import { asAppError } from "#lib/db.ts";
import { env } from "#lib/env.ts";
import { logger } from "#lib/logger.ts";

/** A session advisory lock. `lost` once its connection broke: somebody else may have it by now. */
export type Held = { readonly lost: boolean };

// A machine that vanishes without a word must not keep its locks for hours.
const KEEPALIVES = "-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3";

/** The number of a lock in SQL, from a name given as text: also how the sweeper finds out who is held. */
export const LOCK_NUMBER = "hashtextextended('atrium lock ' || $name, 0)";

/**
 * Runs `work` while holding the lock of this name, on a connection of its own: PostgreSQL lets go of it when this process
 * dies, however that happens. Returns null, without having run anything, while somebody else holds it. `unavailable`
 * when the database cannot be reached.
 */
export async function hold<T>(name: string, work: (held: Held) => Promise<T>): Promise<T | null> {
  const client = new pg.Client({
    connectionString: env().databaseUrl,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
    options: KEEPALIVES,
    application_name: "atrium lock",
  });
  const held = { lost: false };
  client.on("error", (error) => {
    held.lost = true;
    logger().warn({ error, lock: name }, "the connection that holds a lock broke");
  });
  try {
    await client.connect();
    const sql = `SELECT pg_try_advisory_lock(${LOCK_NUMBER.replace("$name", "$1")}) AS mine`;
    const { rows } = await client.query<{ mine: boolean }>(sql, [name]);
    return rows[0]?.mine ? await work(held) : null;
  } catch (error) {
    throw asAppError(error);
  } finally {
    await client.end().catch(() => undefined); // broken already
  }
}
