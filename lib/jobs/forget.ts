import { definer } from "#lib/db.ts";
import { Prisma } from "#prisma/client/client.ts";

const BATCH = 1_000;

/** Removes sessions and one-time links that ended a month ago, in batches. Returns how many. */
export async function forget(): Promise<number> {
  let forgotten = 0;
  for (;;) {
    const count = await definer<number>(Prisma.sql`atrium_forget(${BATCH}::int)`);
    forgotten += count;
    if (count < BATCH) return forgotten;
  }
}
