import type { Command } from "commander";
import { printResult, readPassword, withDatabase } from "./with-database.ts";

type Options = { tenant: string; email: string; name: string; passwordStdin?: true };

export function register(program: Command): void {
  const user = program.command("user").description("users of a tenant");
  user
    .command("create")
    .description("make a user")
    .requiredOption("--tenant <name>", "name of the tenant")
    .requiredOption("--email <email>", "e-mail address, unique in the deployment")
    .requiredOption("--name <name>", "what people read")
    .option("--password-stdin", "read the password from stdin; without it, the result has a one-time link")
    .action(async ({ passwordStdin, tenant, email, name }: Options) => {
      const password = passwordStdin ? await readPassword() : null;
      const { makeUser } = await import("./accounts.ts");
      printResult(await withDatabase(() => makeUser({ tenant, email, name, password })));
    });

  user
    .command("reset-link")
    .description(
      "end somebody's password and sessions and make a one-time link for a new one; works for a Super Admin too",
    )
    .requiredOption("--email <email>", "e-mail address of the user")
    .action(async ({ email }: Pick<Options, "email">) => {
      const { makeResetLink } = await import("./accounts.ts");
      printResult(await withDatabase(() => makeResetLink({ email })));
    });
}
