import type { Command } from "commander";
import { Refusal } from "../../env.ts";
import type { Connection } from "../database.ts";
import { withClient } from "../postgres.ts";
import { printResult, withDatabase } from "./with-database.ts";

type Options = { profile: string; tenant?: string; workspaces?: string; users?: string };

const MOST_USERS = 1_000_000;

export function register(program: Command): void {
  program
    .command("seed")
    .description(
      "fill an empty deployment with a believable tenant, or one tenant with many workspaces; prints how to sign in",
    )
    .option("--profile <name>", "which one: demo", "demo")
    .option("--tenant <name>", "fill this tenant instead (made when there is none); goes on where it was interrupted")
    .option("--workspaces <number>", "with --tenant: how many it holds in the end, `default` included", "1000")
    .option("--users <number>", "with --tenant: how many users; in proportion to the workspaces unless said")
    .action(async ({ profile, tenant, workspaces, users }: Options) => {
      if (profile !== "demo") throw new Refusal(`There is no profile ${JSON.stringify(profile)}: only demo.`);
      if (tenant === undefined) {
        const { seedDemo } = await import("../../../prisma/seed/demo.ts");
        return printResult(await withDatabase(() => seedDemo()));
      }
      const { MOST_WORKSPACES, seedMany } = await import("../../../prisma/seed/many.ts");
      const wanted = {
        tenant,
        workspaces: count("--workspaces", workspaces ?? "", MOST_WORKSPACES),
        ...(users !== undefined && { users: count("--users", users, MOST_USERS) }),
      };
      const say = (sentence: string) => void process.stderr.write(`${sentence}\n`);
      printResult(
        await withDatabase(async (connection) => {
          const result = await seedMany(wanted, { say });
          await tidy(connection);
          return result;
        }),
      );
    });
}

function count(option: string, text: string, most: number): number {
  const number = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  if (number < 1 || number > most) {
    throw new Refusal(`${option} must be a whole number from 1 to ${most.toLocaleString("en-US")}.`);
  }
  return number;
}

/** So many new rows change what PostgreSQL knows of its tables; it would find out by itself within minutes. */
async function tidy({ ownerUrl }: Connection): Promise<void> {
  await withClient(ownerUrl, async (owner) => {
    for (const table of ["Workspace", "Membership", "Principal"]) await owner.query(`VACUUM (ANALYZE) "${table}"`);
  });
}
