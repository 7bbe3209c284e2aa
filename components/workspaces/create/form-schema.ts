import { newWorkspace } from "#lib/workspaces/schema.ts";
import type { z } from "#lib/validation.ts";
import { people } from "../form/people.ts";

/** What the dialog holds: the command's input, people as the picker knows them. */
export const createForm = newWorkspace.extend({ members: people });

export type CreateValues = z.input<typeof createForm>;
export type CreateInput = z.output<typeof createForm>;
