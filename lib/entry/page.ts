import { redirect } from "next/navigation";
import { headers } from "next/headers";
import type { z } from "zod";
import { currentCaller, currentVisit } from "#lib/auth/current.ts";
import { AppError } from "#lib/errors.ts";
import { execute, executeReads, type Query } from "#lib/use-case.ts";

type Target<Q extends Query> = Q["in"] extends "workspace" ? { workspace: string } : { workspace?: undefined };

/**
 * Runs a query for a page. Without a session it leads to the sign-in page, which comes back here; every other refusal
 * is an AppError for `consolePage` (components/shell/console-page.tsx) to show.
 */
export async function load<Q extends Query>(
  query: Q,
  input: z.input<Q["input"]> | Record<string, unknown> = {},
  { workspace }: Target<Q> = {} as Target<Q>,
): Promise<z.output<Q["output"]>> {
  const [caller, visit] = [await currentCaller(), await currentVisit()];
  if (!caller && query.in !== "anyone") redirect(await signInUrl());
  return execute(query, { caller, visit, workspace }, input).catch(orSignIn);
}

type Read<Q extends Query<"tenant" | "self">> = { query: Q; input: z.input<Q["input"]> };

/** load() for two queries of the tenant, for one and a half times the price of one. */
export async function loadBoth<A extends Query<"tenant" | "self">, B extends Query<"tenant" | "self">>(
  a: Read<A>,
  b: Read<B>,
): Promise<[z.output<A["output"]>, z.output<B["output"]>]> {
  const [caller, visit] = [await currentCaller(), await currentVisit()];
  if (!caller) redirect(await signInUrl());
  return executeReads([a, b], { caller, visit }).catch(orSignIn) as never;
}

async function orSignIn(error: unknown): Promise<never> {
  if (error instanceof AppError && error.code === "unauthenticated") redirect(await signInUrl());
  throw error;
}

async function signInUrl(): Promise<string> {
  const here = (await headers()).get("x-atrium-path");
  return here && here !== "/" ? `/sign-in?next=${encodeURIComponent(here)}` : "/sign-in";
}
