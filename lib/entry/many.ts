import type { z } from "zod";
import type { Caller } from "#lib/auth/caller.ts";
import { currentCaller, currentVisit } from "#lib/auth/current.ts";
import { AppError, toProblem, type ActionResult } from "#lib/errors.ts";
import { logger } from "#lib/logger.ts";
import { execute, type Command, type Visit } from "#lib/use-case.ts";
import { z as schema } from "#lib/validation.ts";
import { checkOrigin } from "./action.ts";

/** How many workspaces one call takes: few enough that whoever waits sees it go on, and can stop it. */
const MOST_AT_ONCE = 50;

const items = schema
  .array(schema.object({ workspace: schema.string().max(64), version: schema.number().int().positive() }))
  .min(1)
  .max(MOST_AT_ONCE);
const common = schema.record(schema.string(), schema.unknown());

/** One after the other the database said that it cannot: the rest is not tried, or everybody would wait for nothing. */
const PATIENCE = 2;

type Versioned = Command & { in: "workspace" };
type Many<C extends Versioned> = (
  items: readonly { workspace: string; version: number }[],
  input: Omit<z.input<C["input"]>, "version">,
) => Promise<ActionResult<ActionResult<unknown>[]>>;

/**
 * A server action that runs one command on many workspaces: each is admitted, compared with the version that was seen,
 * and audited as if it stood alone, in a transaction of its own. Answers for each of them, in their order; as a whole it
 * is refused only when nothing was tried. The page is not rendered anew: whoever sends several of these does that once.
 */
export function many<C extends Versioned>(command: C): Many<C> {
  return async (...args: unknown[]): Promise<ActionResult<ActionResult<unknown>[]>> => {
    const visit = await currentVisit();
    try {
      await checkOrigin();
      const caller = await currentCaller();
      if (!caller) throw new AppError("unauthenticated");
      const [wanted, input] = [items.safeParse(args[0]), common.safeParse(args[1])];
      if (!wanted.success || !input.success) throw new AppError("invalid_input");
      const run = ({ workspace, version }: z.output<typeof items>[number]) =>
        runOne(command, { caller, visit, workspace }, { ...input.data, version });
      return { ok: true, value: await oneByOne(wanted.data, run) };
    } catch (error) {
      return { ok: false, error: asProblem(error, command, visit) };
    }
  };
}

async function oneByOne<I>(
  wanted: readonly I[],
  run: (item: I) => Promise<ActionResult<unknown>>,
): Promise<ActionResult<unknown>[]> {
  const results: ActionResult<unknown>[] = [];
  let failures = 0;
  for (const item of wanted) {
    const last = results.at(-1);
    const result = failures >= PATIENCE && last ? last : await run(item);
    failures = !result.ok && result.error.code === "unavailable" ? failures + 1 : 0;
    results.push(result);
  }
  return results;
}

async function runOne(
  command: Command,
  call: { caller: Caller; visit: Visit; workspace: string },
  input: unknown,
): Promise<ActionResult<unknown>> {
  try {
    return { ok: true, value: await execute(command, call, input) };
  } catch (error) {
    return { ok: false, error: asProblem(error, command, call.visit) };
  }
}

function asProblem(error: unknown, command: Command, { requestId }: Visit) {
  if (error instanceof AppError) return toProblem(error, requestId);
  logger().error({ error, requestId, command: command.name }, "a command failed");
  return toProblem(new AppError("internal"), requestId);
}
