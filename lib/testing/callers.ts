import { randomBytes } from "node:crypto";
import type { z } from "zod";
import type { Caller } from "#lib/auth/caller.ts";
import { findSession, startSession } from "#lib/auth/sessions.ts";
import { bindTenant, transaction } from "#lib/db.ts";
import { AppError } from "#lib/errors.ts";
import { newId } from "#lib/ids.ts";
import type { Visit } from "#lib/auth/visit.ts";
import { execute, type UseCase } from "#lib/use-case.ts";

/** Somebody who can sign in: a user of lib/testing/factories.ts. */
type Person = { id: string; tenantId: string };

/** Where calls of tests come from. */
export function aVisit(): Visit {
  return { requestId: newId("aud"), address: "192.0.2.7", userAgent: "tests" };
}

/** From an address that nobody else used: attempts to sign in are counted by address. */
export function fromElsewhere(): Visit {
  return { ...aVisit(), address: ["10", ...randomBytes(3)].join(".") };
}

/** A new session, without the password; returns the secret that its cookie would hold. */
export function signIn({ tenantId, id }: Person): Promise<string> {
  return transaction(async (tx) => {
    await bindTenant(tx, tenantId);
    return startSession(tx, tenantId, id, aVisit());
  });
}

const secrets = new WeakMap<Person, Promise<string>>();

/** The caller as the session cookie makes it, with what counts at this moment. Throws when the user may not be one. */
export async function callerFor(person: Person): Promise<Caller> {
  const secret = secrets.get(person) ?? signIn(person);
  secrets.set(person, secret);
  const caller = await findSession(await secret);
  if (!caller) throw new Error(`${person.id} has no session that counts`);
  return caller;
}

type Where = { workspace?: string | { id: string } };

/** Calls use cases as somebody does: a person (looked up anew each time), a caller as it was, or nobody (null). */
export function as(who: Person | Caller | null) {
  return {
    async run<U extends UseCase>(
      useCase: U,
      input: unknown = {},
      { workspace }: Where = {},
    ): Promise<z.output<U["output"]>> {
      const caller = who === null || "subject" in who ? who : await callerFor(who);
      const ref = typeof workspace === "object" ? workspace.id : workspace;
      return execute(useCase, { caller, visit: aVisit(), workspace: ref }, input);
    },
  };
}

/** How an attempt was refused: the code, and the message key at each field. Throws when it was not, or when it crashed. */
export async function refusal(attempt: Promise<unknown>): Promise<{ code: string; fields?: Record<string, string> }> {
  try {
    await attempt;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const fields = Object.entries(error.details.fields ?? {}).map(([field, said]) => [field, said.key]);
    return { code: error.code, ...(fields.length > 0 && { fields: Object.fromEntries(fields) }) };
  }
  throw new Error("expected a refusal");
}
