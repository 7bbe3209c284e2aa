import type { Command } from "commander";
import { env, Refusal } from "../../env.ts";
import { printResult, withDatabase } from "./with-database.ts";

export function register(program: Command): void {
  program
    .command("setup-link")
    .description("a new one-time link for making the first tenant; ends the one before")
    .action(async () => {
      const { newSetupLink } = await import("../setup.ts");
      const link = await withDatabase(({ appUrl }) => newSetupLink(appUrl, env().url));
      if (!link)
        throw new Refusal(
          "There is a tenant already: its Super Admin makes further accounts in the browser, or by atrium user create.",
        );
      printResult(link);
    });
}
