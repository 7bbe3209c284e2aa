import type { Command } from "commander";
import { Refusal } from "../../env.ts";
import { printResult, withDatabase } from "./with-database.ts";

export function register(program: Command): void {
  program
    .command("seed")
    .description("fill an empty deployment with a believable tenant; prints how to sign in")
    .option("--profile <name>", "which one: demo", "demo")
    .action(async ({ profile }: { profile: string }) => {
      if (profile !== "demo") throw new Refusal(`There is no profile ${JSON.stringify(profile)}: only demo.`);
      const { seedDemo } = await import("../../../prisma/seed/demo.ts");
      printResult(await withDatabase(() => seedDemo()));
    });
}
