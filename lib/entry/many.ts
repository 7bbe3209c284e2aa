import type { z } from "zod";
import { currentCaller, currentVisit } from "#lib/auth/current.ts";
import type { ActionResult } from "#lib/errors.ts";
import { asProblem, executeMany } from "#lib/many.ts";
import type { Command } from "#lib/use-case.ts";
import { checkOrigin } from "./action.ts";

type Versioned = Command & { in: "workspace" };
type Many<C extends Versioned> = (
  items: readonly { workspace: string; version: number }[],
  input: Omit<z.input<C["input"]>, "version">,
) => Promise<ActionResult<ActionResult<unknown>[]>>;

/**
 * A server action that runs one command on at most 50 workspaces (lib/many.ts). The page is not rendered anew: whoever
 * sends several of these does that once.
 */
export function many<C extends Versioned>(command: C): Many<C> {
  return async (...args: unknown[]): Promise<ActionResult<ActionResult<unknown>[]>> => {
    const visit = await currentVisit();
    try {
      await checkOrigin();
      return {
        ok: true,
        value: await executeMany(command, { caller: await currentCaller(), visit }, args[0], args[1]),
      };
    } catch (error) {
      return { ok: false, error: asProblem(error, command, visit) };
    }
  };
}
