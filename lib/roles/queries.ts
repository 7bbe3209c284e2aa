import { requireChooser } from "#lib/accounts/choosers.ts";
import { AppError } from "#lib/errors.ts";
import { query } from "#lib/use-case.ts";
import { z } from "#lib/validation.ts";
import { anyRoleRef, roleChoices, roleList, roleRef, shownRole, tenantRoleDetails, tenantRoleList } from "./schema.ts";
import { namedTenantRoles, tenantRole, tenantRoles, workspaceRoles } from "./views.ts";

export const listRoles = query({
  name: "roles.list",
  summary: "List the roles of a workspace as a matrix: built-in ones, the tenant's, and its own.",
  in: "workspace",
  needs: ["members", "view"],
  input: z.object({}),
  output: roleList,
  run: ({ tx, caller, workspace, now }) => workspaceRoles(tx, caller, workspace, now),
});

export const showRole = query({
  name: "roles.show",
  summary: "Show one role of a workspace, and to who may change it, who did so last.",
  in: "workspace",
  needs: ["members", "view"],
  input: anyRoleRef,
  output: shownRole,
  async run({ tx, caller, workspace, now }, { id }) {
    const { data } = await workspaceRoles(tx, caller, workspace, now);
    const role = data.find((each) => each.id === id);
    if (!role) throw new AppError("not_found");
    return role;
  },
});

const keep = { management: "workspaces.manage" } as const;

export const listTenantRoles = query({
  name: "roles.listForTenant",
  summary: "List the custom roles that count in every workspace of the tenant.",
  in: "tenant",
  needs: keep,
  input: z.object({}),
  output: tenantRoleList,
  run: async ({ tx, caller }) => ({ data: await tenantRoles(tx, caller) }),
});

export const showTenantRole = query({
  name: "roles.showForTenant",
  summary: "Show one of the tenant's custom roles, how often it is used, and who changed it last.",
  in: "tenant",
  needs: keep,
  input: roleRef,
  output: tenantRoleDetails,
  async run({ tx, caller }, { id }) {
    const role = await tenantRole(tx, caller, id);
    if (!role) throw new AppError("not_found");
    return role;
  },
});

export const chooseTenantRole = query({
  name: "roles.choices",
  summary: "The tenant's custom roles, for whoever makes or shapes a workspace and hands them out there.",
  in: "tenant",
  needs: { nothing: true },
  input: z.object({}),
  output: roleChoices,
  async run({ tx, caller, now }) {
    await requireChooser(tx, caller, [], now);
    return { data: await namedTenantRoles(tx, caller) };
  },
});
