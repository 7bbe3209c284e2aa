import { nameOf } from "#components/workspaces/form/people.ts";
import type { PrincipalRef } from "#lib/members/schema.ts";
import { federatedName } from "#lib/members/schema.ts";
import { message } from "#lib/message.ts";
import { z } from "#lib/validation.ts";

/** What the form holds: `expiresAt` as the reader's clock shows it, "" for never. */
export type Values = { principals: string[]; roles: string[]; expiresAt: string };

/** Somebody to be added: as the picker holds them (an id, or a federated name that was typed), and as the command wants them. */
export type Chosen = { value: string; ref: PrincipalRef };

/** The values of the picker; however many, for they are sent in parts. A name that cannot be one is told at the picker. */
export const chosenPrincipals = z.array(z.string()).transform((values, context) =>
  values.map((value): Chosen => {
    const typed = nameOf(value);
    if (typed === null) return { value, ref: { principalId: value } };
    const federated = federatedName.safeParse(typed);
    if (federated.success) return { value, ref: { federated: federated.data } };
    const name = Array.from(typed).slice(0, 40).join("");
    context.addIssue({ code: "custom", message: message("workspaces.people.notAName", { name }) });
    return z.NEVER;
  }),
);
