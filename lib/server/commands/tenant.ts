import type { Command } from "commander";
import { printResult, readPassword, withDatabase } from "./with-database.ts";

type Options = { name: string; admin: string; adminName?: string; passwordStdin?: true };

export function register(program: Command): void {
  const tenant = program.command("tenant").description("tenants of this deployment");
  tenant
    .command("create")
    .description(
      "make a tenant with its Super Admin, the workspaces default and system and the enterprise project default",
    )
    .requiredOption("--name <name>", "small letters, digits and single hyphens")
    .requiredOption("--admin <email>", "e-mail address of the Super Admin")
    .option("--admin-name <name>", "name of the Super Admin; the part before the @ unless given")
    .option("--password-stdin", "read the password from stdin; without it, the result has a one-time link")
    .action(async ({ name, admin, adminName, passwordStdin }: Options) => {
      const password = passwordStdin ? await readPassword() : null;
      const { makeTenant } = await import("./accounts.ts");
      const input = { name, admin, adminName: adminName ?? admin.split("@")[0] ?? "", password };
      printResult(await withDatabase(() => makeTenant(input)));
    });
}
