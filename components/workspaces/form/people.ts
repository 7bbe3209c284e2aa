import { federatedName, type PrincipalRef } from "#lib/members/schema.ts";
import { MOST_MEMBERS_AT_ONCE } from "#lib/workspaces/rules.ts";
import { message } from "#lib/message.ts";
import { z } from "#lib/validation.ts";

const PREFIX = "federated:";

/** Somebody as a picker holds them: the id of a principal, or a federated name that was typed. */
export function typedName(name: string): string {
  return PREFIX + name;
}

export function nameOf(value: string): string | null {
  return value.startsWith(PREFIX) ? value.slice(PREFIX.length) : null;
}

/** The values of a picker as a command wants them. A name that cannot be one is told at the picker as a whole. */
export const people = z
  .array(z.string())
  .max(MOST_MEMBERS_AT_ONCE, message("fields.too_many", { max: MOST_MEMBERS_AT_ONCE }))
  .transform((values, context) =>
    values.map((value): PrincipalRef => {
      const typed = nameOf(value);
      if (typed === null) return { principalId: value };
      const federated = federatedName.safeParse(typed);
      if (federated.success) return { federated: federated.data };
      const shown = Array.from(typed).slice(0, 40).join("");
      context.addIssue({ code: "custom", message: message("workspaces.people.notAName", { name: shown }) });
      return z.NEVER;
    }),
  );
