import { Command, CommanderError } from "commander";
import { Refusal, settings } from "../env.ts";
import { AppError } from "../errors.ts";
import { tell } from "../i18n/tell.ts";
import { translator } from "../i18n/translator.ts";
import { logger, logToStderr } from "../logger.ts";
import { loadEnvironmentFile } from "./environment-file.ts";

/** One file a group of commands; loaded for every call, so they import what is heavy when they run. */
const GROUPS = [
  () => import("./commands/tenant.ts"),
  () => import("./commands/user.ts"),
  () => import("./commands/setup-link.ts"),
  () => import("./commands/migrate.ts"),
  () => import("./commands/audit.ts"),
  () => import("./commands/seed.ts"),
];

const REFUSED = 1;
const MISUSED = 2;
const BROKEN = 70;

async function main(): Promise<void> {
  logToStderr();
  loadEnvironmentFile();
  settings();
  const program = new Command("atrium")
    .usage("<command> [options]")
    .description(
      "Commands for whoever runs the machine. The result alone goes to stdout (npm adds its own lines: npm run --silent).",
    )
    .exitOverride()
    .configureHelp({ showGlobalOptions: true });
  for (const load of GROUPS) (await load()).register(program);
  await program.parseAsync();
}

/** The sentence of a refusal, and one for each option that is wrong. */
function inWords({ code, details }: AppError): string {
  const t = translator("en");
  const fields = Object.entries(details.fields ?? {}).map(([field, said]) => `${field}: ${tell(t, said)}`);
  return [tell(t, { key: details.key ?? `errors.${code}`, params: details.params }), ...fields].join("\n");
}

/** What went wrong, for a person, and the exit code. A bug keeps its stack. */
function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : MISUSED; // commander has spoken already
  if (error instanceof Refusal) {
    process.stderr.write(`${error.message}\n`);
    return REFUSED;
  }
  if (error instanceof AppError) {
    process.stderr.write(`${inWords(error)}\n`);
    return REFUSED;
  }
  logger().fatal({ error }, "the command failed");
  return BROKEN;
}

try {
  await main();
} catch (error) {
  process.exitCode = report(error);
}
