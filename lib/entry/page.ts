import { redirect } from "next/navigation";
import { headers } from "next/headers";
import { cache } from "react";
import type { z } from "zod";
import { cookieSecret, currentCaller, currentVisit, recognised } from "#lib/auth/current.ts";
import { AppError } from "#lib/errors.ts";
import { execute, executeReads, type Query, type Read } from "#lib/use-case.ts";

type Target<Q extends Query> = Q["in"] extends "workspace" ? { workspace: string } : { workspace?: undefined };

/**
 * Runs a query for a page. Without a session it leads to the sign-in page, which comes back here; every other refusal
 * is an AppError for `consolePage` (components/shell/console-page.tsx) to show. What the parts of a page ask for at the
 * same time is read together.
 */
export async function load<Q extends Query>(
  query: Q,
  input: z.input<Q["input"]> | Record<string, unknown> = {},
  { workspace }: Target<Q> = {} as Target<Q>,
): Promise<z.output<Q["output"]>> {
  if (query.in === "anyone")
    return execute(query, { caller: await currentCaller(), visit: await currentVisit() }, input);
  try {
    return (await together({ query, input, workspace })) as z.output<Q["output"]>;
  } catch (error) {
    if (error instanceof AppError && error.code === "unauthenticated") redirect(await signInUrl());
    throw error;
  }
}

type Waiting = Read & PromiseWithResolvers<unknown>;
const asked = cache((): Waiting[] => []);

/** The frame, the page and its parts all ask within one turn of the event loop: one transaction instead of one each. */
async function together(read: Read): Promise<unknown> {
  const waiting = asked();
  const one = { ...read, ...Promise.withResolvers<unknown>() };
  if (waiting.push(one) === 1) setImmediate(() => void readAll(waiting.splice(0)));
  return one.promise;
}

async function readAll(waiting: readonly Waiting[]): Promise<void> {
  try {
    const call = { session: await cookieSecret(), visit: await currentVisit() };
    const { caller, outcomes } = await executeReads(waiting, call);
    recognised(caller);
    for (const [index, outcome] of outcomes.entries()) {
      if (outcome.status === "fulfilled") waiting[index]!.resolve(outcome.value);
      else waiting[index]!.reject(outcome.reason);
    }
  } catch (error) {
    for (const { reject } of waiting) reject(error);
  }
}

async function signInUrl(): Promise<string> {
  const here = (await headers()).get("x-atrium-path");
  return here && here !== "/" ? `/sign-in?next=${encodeURIComponent(here)}` : "/sign-in";
}
