import type { Command } from "commander";
import { Refusal } from "../../env.ts";
import { printResult, withDatabase } from "./with-database.ts";

export function register(program: Command): void {
  program
    .command("migrate")
    .description("bring the database up to date; npm start does it too")
    .action(async () => {
      const { prepare } = await import("../database.ts");
      printResult({ applied: await withDatabase(prepare, { migrate: false }) });
    });

  const migration = program.command("migration").description("changes of the database's structure");
  migration
    .command("status")
    .description("which migrations are applied, due, changed since, or unknown here; exits with 1 unless all is well")
    .action(async () => {
      const { migrationStatus } = await import("../migrations.ts");
      const status = await withDatabase(migrationStatus, { migrate: false });
      printResult(status);
      if (status.due.length + status.changed.length > 0) process.exitCode = 1;
    });
  migration
    .command("new")
    .argument("<name>", "what it does, in small letters with underscores")
    .description("write the difference between the migrations and prisma/schema.prisma as a new migration")
    .action(async (name: string) => {
      const { newMigration } = await import("../migrations.ts");
      const file = await withDatabase((connection) => newMigration(connection, name), { migrate: false });
      if (!file) throw new Refusal("prisma/schema.prisma says nothing that the migrations do not say already.");
      printResult(file);
    });
}
