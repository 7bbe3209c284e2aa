import { MOST_MEMBERS_AT_ONCE } from "#lib/workspaces/rules.ts";
import { workspaceChanges } from "#lib/workspaces/schema.ts";
import { message } from "#lib/message.ts";
import { z } from "#lib/validation.ts";
import type { WorkspaceJson } from "../api.ts";
import { people } from "../form/people.ts";

const { version: _version, ...fields } = workspaceChanges.shape;

/** What the dialog holds: the command's input without the version, people as the picker knows them. */
export const modifyForm = z
  .object({ ...fields, add: people })
  .refine(({ add, remove }) => add.length + remove.length <= MOST_MEMBERS_AT_ONCE, {
    path: ["add"],
    message: message("fields.too_many", { max: MOST_MEMBERS_AT_ONCE }),
  });

export type ModifyValues = z.input<typeof modifyForm>;
export type ModifyInput = z.output<typeof modifyForm>;

/** The fields that a workspace itself has. */
export const OWN_FIELDS = ["name", "description", "enterpriseProjectId", "authorizationType", "publicRole"] as const;
export type OwnField = (typeof OWN_FIELDS)[number];

export function ownValues(workspace: WorkspaceJson): Record<OwnField, string> & Pick<ModifyValues, OwnField> {
  const { name, description, enterpriseProject, authorizationType, publicRole } = workspace;
  return { name, description, enterpriseProjectId: enterpriseProject.id, authorizationType, publicRole };
}
