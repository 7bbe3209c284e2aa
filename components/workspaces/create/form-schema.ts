import { MOST_MEMBERS_AT_ONCE } from "#lib/workspaces/rules.ts";
import { newWorkspace, tooManyMembers } from "#lib/workspaces/schema.ts";
import { message } from "#lib/message.ts";
import { z } from "#lib/validation.ts";
import { people } from "../form/people.ts";

/** What the dialog holds: the command's input, people as the picker knows them, and what it was started from. */
export const createForm = newWorkspace
  .omit({ nonce: true })
  .extend({ members: people, from: z.string() })
  .refine((values) => !tooManyMembers(values), {
    path: ["members"],
    message: message("fields.too_many", { max: MOST_MEMBERS_AT_ONCE }),
  });

export type CreateValues = z.input<typeof createForm>;
export type CreateInput = z.output<typeof createForm>;
