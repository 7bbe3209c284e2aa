import * as agencies from "#lib/agencies/actions.ts";
import * as groups from "#lib/groups/actions.ts";

/** Both are a name, a description and a list of people; what differs are words and addresses. */
export type RosterSet = "groups" | "agencies";

export const COMMANDS = {
  groups: {
    create: groups.createGroup,
    modify: groups.modifyGroup,
    disable: groups.disableGroup,
    enable: groups.enableGroup,
    remove: groups.deleteGroup,
    addPeople: groups.addGroupMembers,
    removePeople: groups.removeGroupMembers,
  },
  agencies: {
    create: agencies.createAgency,
    modify: agencies.modifyAgency,
    disable: agencies.disableAgency,
    enable: agencies.enableAgency,
    remove: agencies.deleteAgency,
    addPeople: agencies.addAgencyActors,
    removePeople: agencies.removeAgencyActors,
  },
} as const;

export function pathOf(set: RosterSet, id?: string): string {
  return id === undefined ? `/account/${set}` : `/account/${set}/${id}`;
}
