import * as accounts from "#lib/accounts/commands.ts";
import { knownAddresses, listUsers, searchPrincipals, showLink, showUser } from "#lib/accounts/queries.ts";
import * as administrators from "#lib/administrators/commands.ts";
import { listAdministrators } from "#lib/administrators/queries.ts";
import * as agencies from "#lib/agencies/commands.ts";
import {
  findAgencyCandidates,
  listAgencies,
  listAgencyActors,
  recogniseAgencyActors,
  showAgency,
} from "#lib/agencies/queries.ts";
import { exportAudit } from "#lib/audit/commands.ts";
import { auditActors, auditEvents, auditWorkspaces, countNewAudit, listAudit, showAudit } from "#lib/audit/queries.ts";
import * as enterpriseProjects from "#lib/enterprise-projects/commands.ts";
import {
  chooseEnterpriseProject,
  listEnterpriseProjects,
  showEnterpriseProject,
} from "#lib/enterprise-projects/queries.ts";
import * as groups from "#lib/groups/commands.ts";
import {
  findGroupCandidates,
  listGroupMembers,
  listGroups,
  recogniseGroupMembers,
  showGroup,
} from "#lib/groups/queries.ts";
import * as me from "#lib/me/commands.ts";
import { explainAccess, findPrincipals } from "#lib/explanations/queries.ts";
import { myAccess, myAgencies, myColumns, myProfile, mySessions } from "#lib/me/queries.ts";
import * as members from "#lib/members/commands.ts";
import { findMemberCandidates, listMembers, recogniseMembers, showMember } from "#lib/members/queries.ts";
import * as roles from "#lib/roles/commands.ts";
import { chooseTenantRole, listRoles, listTenantRoles, showRole, showTenantRole } from "#lib/roles/queries.ts";
import * as tenants from "#lib/tenants/commands.ts";
import { isSetUp, showSettings } from "#lib/tenants/queries.ts";
import type { UseCase } from "#lib/use-case.ts";
import * as workspaces from "#lib/workspaces/commands.ts";
import {
  chooseFilter,
  copyableWorkspaces,
  detailsOfWorkspace,
  enterWorkspace,
  findWorkspaces,
  lastChangeOfWorkspace,
  listWorkspaces,
  newOwners,
  previewDeletion,
  proposedSlug,
  selectWorkspaces,
  settingsOfWorkspace,
  showWorkspace,
  switcher,
} from "#lib/workspaces/queries.ts";

/**
 * Everything that can be done with Atrium: the one list from which documents and the tests that no use case escapes are
 * made. A new query or command is written down here; lib/use-cases.test.ts finds one that is not.
 */
export const useCases: readonly UseCase[] = [
  isSetUp,
  tenants.completeSetup,
  showSettings,
  tenants.changeSettings,
  tenants.setWorkspaceLimit,

  listUsers,
  showUser,
  knownAddresses,
  searchPrincipals,
  showLink,
  accounts.createUser,
  accounts.inviteUsers,
  accounts.modifyUser,
  accounts.disableUser,
  accounts.enableUser,
  accounts.resetPassword,
  accounts.deleteUser,
  accounts.acceptLink,

  listGroups,
  showGroup,
  listGroupMembers,
  findGroupCandidates,
  recogniseGroupMembers,
  groups.createGroup,
  groups.modifyGroup,
  groups.disableGroup,
  groups.enableGroup,
  groups.deleteGroup,
  groups.addGroupMembers,
  groups.removeGroupMembers,

  listAgencies,
  showAgency,
  listAgencyActors,
  findAgencyCandidates,
  recogniseAgencyActors,
  agencies.createAgency,
  agencies.modifyAgency,
  agencies.disableAgency,
  agencies.enableAgency,
  agencies.deleteAgency,
  agencies.addAgencyActors,
  agencies.removeAgencyActors,

  listAdministrators,
  administrators.setPermissions,

  myProfile,
  mySessions,
  me.changeProfile,
  me.savePreferences,
  myColumns,
  me.chooseColumns,
  me.changePassword,
  myAgencies,
  me.switchToAgency,
  me.leaveAgency,
  myAccess,
  me.endSession,
  me.endOtherSessions,

  listEnterpriseProjects,
  showEnterpriseProject,
  chooseEnterpriseProject,
  enterpriseProjects.createEnterpriseProject,
  enterpriseProjects.renameEnterpriseProject,
  enterpriseProjects.disableEnterpriseProject,
  enterpriseProjects.enableEnterpriseProject,

  listWorkspaces,
  selectWorkspaces,
  chooseFilter,
  workspaces.exportWorkspaces,
  showWorkspace,
  detailsOfWorkspace,
  lastChangeOfWorkspace,
  newOwners,
  copyableWorkspaces,
  settingsOfWorkspace,
  switcher,
  findWorkspaces,
  enterWorkspace,
  proposedSlug,
  previewDeletion,
  workspaces.createWorkspace,
  workspaces.modifyWorkspace,
  workspaces.transferWorkspace,
  workspaces.moveWorkspace,
  workspaces.disableWorkspace,
  workspaces.enableWorkspace,
  workspaces.deleteWorkspace,
  workspaces.retryWorkspaceDeletion,

  listMembers,
  showMember,
  findMemberCandidates,
  recogniseMembers,
  members.addMembers,
  members.modifyMembers,
  members.removeMembers,
  members.exportMembers,

  listRoles,
  showRole,
  listTenantRoles,
  showTenantRole,
  chooseTenantRole,
  roles.createRole,
  roles.copyRole,
  roles.modifyRole,
  roles.deleteRole,
  roles.createTenantRole,
  roles.copyTenantRole,
  roles.modifyTenantRole,
  roles.deleteTenantRole,

  explainAccess,
  findPrincipals,

  listAudit,
  countNewAudit,
  showAudit,
  auditEvents,
  auditActors,
  auditWorkspaces,
  exportAudit,
];
