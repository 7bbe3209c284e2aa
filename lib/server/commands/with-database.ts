import { text } from "node:stream/consumers";
import { Refusal } from "../../env.ts";
import { type Connection, connectDatabase } from "../database.ts";

/**
 * Runs `work` with a database that is up to date: that of the running server, an external one, or our own, started for
 * this command. Use cases reach it by lib/db.ts as in any other process.
 */
export async function withDatabase<T>(
  work: (connection: Connection) => Promise<T>,
  options?: { migrate: boolean },
): Promise<T> {
  const connection = await connectDatabase(options);
  try {
    return await work(connection);
  } finally {
    const { closeDatabase } = await import("../../db.ts");
    await closeDatabase();
    await connection.stop();
  }
}

/** The result of a command: one line of JSON, or a text as it is. Nothing else writes to stdout. */
export function printResult(result: unknown): void {
  process.stdout.write(`${typeof result === "string" ? result : JSON.stringify(result)}\n`);
}

/** A password from stdin, for `--password-stdin`. A line break at its end does not count. */
export async function readPassword(): Promise<string> {
  const password = (await text(process.stdin)).replace(/\r?\n$/, "");
  if (!password) throw new Refusal("--password-stdin was given, but nothing came from stdin.");
  return password;
}
