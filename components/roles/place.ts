import * as actions from "#lib/roles/actions.ts";

/** Where roles belong: the slug of a workspace, or null for the account. */
export type Place = string | null;

/** What can be done with roles of one place. */
export function commandsOf(place: Place) {
  if (place === null) {
    return {
      create: actions.createTenantRole,
      copy: actions.copyTenantRole,
      modify: actions.modifyTenantRole,
      remove: actions.deleteTenantRole,
    };
  }
  return {
    create: actions.createRole.bind(null, place),
    copy: actions.copyRole.bind(null, place),
    modify: actions.modifyRole.bind(null, place),
    remove: actions.deleteRole.bind(null, place),
  };
}
