import type { z as Zod } from "zod";
import type { Caller } from "#lib/auth/caller.ts";
import { AppError, toProblem, type ActionResult, type Problem } from "#lib/errors.ts";
import { logger } from "#lib/logger.ts";
import type { Visit } from "#lib/auth/visit.ts";
import { execute, type Command } from "#lib/use-case.ts";
import { z } from "#lib/validation.ts";

/** How many one call takes: few enough that whoever waits sees it go on, and can stop it. */
const MOST_AT_ONCE = 50;

const items = z
  .array(z.object({ workspace: z.string().max(64), version: z.number().int().positive() }))
  .min(1)
  .max(MOST_AT_ONCE);
const common = z.record(z.string(), z.unknown());

/** So often in a row the database may say that it cannot; the rest is not tried then, or everybody waits for nothing. */
const PATIENCE = 2;

type Who = { caller: Caller | null; visit: Visit };

/**
 * Runs one command on many workspaces: each is admitted, compared with the version that was seen, and audited as if it
 * stood alone, in a transaction of its own. Answers for each, in their order. Throws only when nothing was tried:
 * `unauthenticated`, or `invalid_input` for what are no such items.
 */
export async function executeMany(
  command: Command,
  { caller, visit }: Who,
  wanted: unknown,
  input: unknown,
): Promise<ActionResult<unknown>[]> {
  if (!caller) throw new AppError("unauthenticated");
  const [parsed, shared] = [items.safeParse(wanted), common.safeParse(input)];
  if (!parsed.success || !shared.success) throw new AppError("invalid_input");

  const results: ActionResult<unknown>[] = [];
  let failures = 0;
  for (const item of parsed.data) {
    const last = results.at(-1);
    const result = failures >= PATIENCE && last ? last : await one(command, { caller, visit }, item, shared.data);
    failures = !result.ok && result.error.code === "unavailable" ? failures + 1 : 0;
    results.push(result);
  }
  return results;
}

async function one(
  command: Command,
  who: Who,
  { workspace, version }: Zod.output<typeof items>[number],
  shared: Record<string, unknown>,
): Promise<ActionResult<unknown>> {
  try {
    return { ok: true, value: await execute(command, { ...who, workspace }, { ...shared, version }) };
  } catch (error) {
    return { ok: false, error: asProblem(error, command, who.visit) };
  }
}

/** What people are told of a refusal; of a bug no more than that it was logged. */
export function asProblem(error: unknown, command: Command, { requestId }: Visit): Problem {
  if (error instanceof AppError) return toProblem(error, requestId);
  logger().error({ error, requestId, command: command.name }, "a command failed");
  return toProblem(new AppError("internal"), requestId);
}
