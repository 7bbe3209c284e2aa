import { lastChange, readLastChange } from "#lib/audit/last-change.ts";
import { AppError } from "#lib/errors.ts";
import { query } from "#lib/use-case.ts";
import { z } from "#lib/validation.ts";
import { anyRoleRef, roleList, roleRef, roleView, tenantRoleList } from "./schema.ts";
import { tenantRole, tenantRoles, workspaceRoles } from "./views.ts";

const EVENTS = ["role.created", "role.modified"];

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
  output: roleView.extend({ last: lastChange }),
  async run({ tx, caller, workspace, now }, { id }) {
    const { data, may } = await workspaceRoles(tx, caller, workspace, now);
    const role = data.find((each) => each.id === id);
    if (!role) throw new AppError("not_found");
    return { ...role, last: may.allowed ? await readLastChange(tx, caller.tenantId, id, EVENTS) : null };
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
  output: roleView.extend({ last: lastChange }),
  async run({ tx, caller }, { id }) {
    const role = await tenantRole(tx, caller, id);
    if (!role) throw new AppError("not_found");
    return { ...role, last: await readLastChange(tx, caller.tenantId, id, EVENTS) };
  },
});
