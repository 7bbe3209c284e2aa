import { headers } from "next/headers";
import { refresh } from "next/cache";
import type { z } from "zod";
import { cookieSecret, currentVisit } from "#lib/auth/current.ts";
import { env } from "#lib/env.ts";
import { AppError, toProblem, type ActionResult } from "#lib/errors.ts";
import { logger } from "#lib/logger.ts";
import { execute, type Command } from "#lib/use-case.ts";

type Action<C extends Command> = C["in"] extends "workspace"
  ? (workspace: string, input: z.input<C["input"]>) => Promise<ActionResult<z.output<C["output"]>>>
  : (input: z.input<C["input"]>) => Promise<ActionResult<z.output<C["output"]>>>;

/**
 * A server action that runs a command. Its arguments are whatever JSON somebody sends: nothing is used before the
 * schema has seen it. The page that called is rendered anew when the command succeeded, unless `refreshes` is false.
 */
export function action<C extends Command>(command: C, { refreshes = true } = {}): Action<C> {
  const act = async (...args: unknown[]): Promise<ActionResult<unknown>> => {
    const visit = await currentVisit();
    try {
      await checkOrigin();
      const inWorkspace = command.in === "workspace";
      const workspace = inWorkspace && typeof args[0] === "string" ? args[0] : undefined;
      const value = await execute(
        command,
        { session: await cookieSecret(), visit, workspace },
        args[inWorkspace ? 1 : 0],
      );
      if (refreshes) refresh();
      return { ok: true, value };
    } catch (error) {
      if (error instanceof AppError) return { ok: false, error: toProblem(error, visit.requestId) };
      logger().error({ error, requestId: visit.requestId, command: command.name }, "a command failed");
      return { ok: false, error: toProblem(new AppError("internal"), visit.requestId) };
    }
  };
  return act as Action<C>;
}

/** Only our own pages may act: the browser says where a request comes from, and another site cannot change that. */
export async function checkOrigin(): Promise<void> {
  const head = await headers();
  const origin = head.get("origin");
  if (origin !== env().url && (!origin || !URL.canParse(origin) || new URL(origin).host !== head.get("host"))) {
    throw new AppError("forbidden", { key: "errors.foreign_origin" });
  }
}
