import { decideManagement } from "#lib/access/decide.ts";
import { isSuperAdmin, managementOf } from "#lib/access/enter.ts";
import type { Subject } from "#lib/access/types.ts";
import { lastChange, readLastChange } from "#lib/audit/last-change.ts";
import { AppError } from "#lib/errors.ts";
import { whoRaisesLimit } from "#lib/tenants/limit.ts";
import { query } from "#lib/use-case.ts";
import { searchText, z } from "#lib/validation.ts";
import { readDetails } from "./details.ts";
import { findEnterable, lastEntered } from "./enterable.ts";
import { optionsOf } from "./filter-options.ts";
import { pageOfIds, pageWithRows } from "./list.ts";
import {
  enterableWorkspace,
  filterOptions,
  filterOptionsInput,
  newOwnerChoices,
  wholeList,
  workspaceDetails,
  workspaceFilter,
  workspacePage,
  workspaceSelection,
  workspaceSettings,
  workspaceView,
} from "./schema.ts";
import { findCopyable, readSettings } from "./settings.ts";
import { MOST_SELECTED } from "./rules.ts";
import { proposeSlug } from "./slug.ts";
import { candidates } from "./transfer.ts";
import { namesOfRoles, views, viewsOf, workspaceRows, type WorkspaceRow } from "./view.ts";

export const listWorkspaces = query({
  name: "workspaces.list",
  summary: "List the workspaces that the caller may enter or manages.",
  in: "tenant",
  needs: { nothing: true },
  input: workspaceFilter,
  output: workspacePage,
  async run({ tx, caller, now }, filter) {
    const { ids, rows, ...page } = await pageWithRows<WorkspaceRow>(tx, caller.subject, filter, workspaceRows);
    return { data: await viewsOf(tx, caller.subject, ids, rows, now), page };
  },
});

export const selectWorkspaces = query({
  name: "workspaces.select",
  summary: "All workspaces that a filter of the list finds, as far as commands on many of them need: up to 5,000.",
  in: "tenant",
  needs: { nothing: true },
  input: wholeList,
  output: workspaceSelection,
  async run({ tx, caller }, filter) {
    const whole = { ...filter, limit: MOST_SELECTED, cursor: undefined };
    const { ids, nextCursor } = await pageOfIds(tx, caller.subject, whole);
    const rows = await tx.workspace.findMany({
      where: { id: { in: ids } },
      select: { id: true, name: true, version: true, builtIn: true },
    });
    const found = new Map(rows.map((row) => [row.id, row]));
    return { data: ids.flatMap((id) => found.get(id) ?? []), more: nextCursor !== null };
  },
});

export const chooseFilter = query({
  name: "workspaces.filterOptions",
  summary: "Owners or enterprise projects of the workspaces that the caller may see, to filter the list by.",
  in: "tenant",
  needs: { nothing: true },
  input: filterOptionsInput,
  output: filterOptions,
  async run({ tx, caller }, { of, ...asked }) {
    return { data: await optionsOf(tx, caller.subject, of, asked) };
  },
});

export const showWorkspace = query({
  name: "workspaces.show",
  summary: "Show one workspace, by id or slug.",
  in: "workspace",
  needs: ["workspace", "view"],
  input: z.object({}),
  output: workspaceView,
  async run({ tx, caller, workspace, now }) {
    const [view] = await views(tx, caller.subject, [workspace.id], now);
    if (!view) throw new AppError("not_found");
    return view;
  },
});

export const detailsOfWorkspace = query({
  name: "workspaces.details",
  summary: "What the page of a workspace shows beside it: members, latest operations, how far its deletion is.",
  in: "workspace",
  needs: ["workspace", "view"],
  input: z.object({}),
  output: workspaceDetails,
  run: ({ tx, caller: { principalId: personId, subject }, workspace, now }) =>
    readDetails({ tx, personId, subject, workspace, now }),
});

export const lastChangeOfWorkspace = query({
  name: "workspaces.lastChange",
  summary: "Who changed a workspace last, and when; for who may change it.",
  in: "workspace",
  needs: ["workspace", "update"],
  input: z.object({}),
  output: z.object({ last: lastChange }),
  run: async ({ tx, caller, workspace }) => ({ last: await readLastChange(tx, caller.tenantId, workspace.id) }),
});

export const newOwners = query({
  name: "workspaces.newOwners",
  summary: "Find the members to whom a workspace can be given: active people.",
  in: "workspace",
  needs: ["workspace", "transfer"],
  input: z.object({ search: searchText, limit: z.coerce.number().int().min(1).max(100).catch(50) }),
  output: newOwnerChoices,
  async run({ tx, caller, workspace }, { search, limit }) {
    const takes = isSuperAdmin(caller.subject) && workspace.ownerId !== caller.principalId;
    const self = takes ? { id: caller.principalId, name: caller.name } : null;
    const found = await candidates(tx, workspace, search, limit);
    return { ...found, roleNames: await namesOfRoles(tx, workspace.id, found.data), self };
  },
});

export const copyableWorkspaces = query({
  name: "workspaces.copyable",
  summary: "Find workspaces whose settings the reader may copy into a new one, by name.",
  in: "tenant",
  needs: { management: "workspaces.create" },
  input: z.object({ search: searchText, limit: z.coerce.number().int().min(1).max(100).catch(50) }),
  output: z.object({ data: z.array(z.object({ id: z.string(), name: z.string(), slug: z.string() })) }),
  run: async ({ tx, caller }, { search, limit }) => ({ data: await findCopyable(tx, caller.subject, search, limit) }),
});

export const settingsOfWorkspace = query({
  name: "workspaces.settings",
  summary: "What another workspace can be made like: its project, its type, its members and their roles.",
  in: "workspace",
  needs: ["workspace", "update"],
  input: z.object({}),
  output: workspaceSettings,
  run: ({ tx, caller, workspace, now }) => readSettings(tx, caller.subject, workspace, now),
});

export const switcher = query({
  name: "workspaces.switcher",
  summary:
    "What the console's frame shows: the workspaces last used (`default` before any was), and whether the caller may create one.",
  in: "tenant",
  needs: { nothing: true },
  input: z.object({}),
  output: z.object({
    recent: z.array(enterableWorkspace),
    mayCreate: z.object({ allowed: z.boolean(), because: z.array(z.any()) }),
    /**
     * Whether there is room for another one; null for who may not create one. Only who sees all is told how many there
     * are. `ask`: the name of who can raise the limit; null for whoever can do it themselves.
     */
    capacity: z
      .object({ full: z.boolean(), limit: z.number(), used: z.number().nullable(), ask: z.string().nullable() })
      .nullable(),
  }),
  async run({ tx, caller, now }) {
    const recent = await lastEntered(tx, caller.subject, now);
    const decision = decideManagement(caller.subject, "workspaces.create");
    const tenant = decision.allowed ? await tx.tenant.findUnique({ where: { id: caller.tenantId } }) : null;
    return {
      recent,
      mayCreate: { allowed: decision.allowed, because: [...decision.because] },
      capacity: tenant && { ...capacityFor(caller.subject, tenant), ask: await whoRaisesLimit(tx, caller.subject) },
    };
  },
});

function capacityFor(
  subject: Subject,
  { workspaceCount, workspaceLimit }: { workspaceCount: number; workspaceLimit: number },
) {
  const seesAll = isSuperAdmin(subject) || managementOf(subject).includes("workspaces.manage");
  return {
    full: workspaceCount >= workspaceLimit,
    limit: workspaceLimit,
    used: seesAll ? workspaceCount : null,
  };
}

export const findWorkspaces = query({
  name: "workspaces.find",
  summary:
    "The first 50 workspaces by name that the caller may enter, and the last five used: what the switcher offers.",
  in: "tenant",
  needs: { nothing: true },
  input: z.object({ search: searchText }),
  output: z.object({ recent: z.array(enterableWorkspace), data: z.array(enterableWorkspace), more: z.boolean() }),
  async run({ tx, caller, now }, { search }) {
    const recent = await lastEntered(tx, caller.subject, now);
    return { recent, ...(await findEnterable(tx, caller.subject, search, now)) };
  },
});

export const proposedSlug = query({
  name: "workspaces.proposeSlug",
  summary: "Propose a free slug for a name: transliterated, with a suffix where it is taken.",
  in: "tenant",
  needs: { management: "workspaces.create" },
  input: z.object({ name: z.string().max(1_000) }),
  output: z.object({ slug: z.string() }),
  async run({ tx }, { name }) {
    return { slug: await proposeSlug(tx, name) };
  },
});

export const previewDeletion = query({
  name: "workspaces.previewDeletion",
  summary: "Count what deleting a workspace would destroy, by type.",
  in: "workspace",
  needs: ["workspace", "delete"],
  input: z.object({}),
  output: z.object({ counts: z.object({ members: z.number() }) }),
  async run({ tx, workspace }) {
    return { counts: { members: await tx.membership.count({ where: { workspaceId: workspace.id } }) } };
  },
});

/** A visit is noted again after this long, so that a page view is not a write. */
const VISIT_MINUTES = 1;

export const enterWorkspace = query({
  name: "workspaces.enter",
  summary: "Open a workspace in the console: show it, and note the visit for the switcher.",
  in: "workspace",
  needs: ["workspace", "view"],
  input: z.object({}),
  output: workspaceView,
  async run({ tx, caller, workspace, now }) {
    const [view] = await views(tx, caller.subject, [workspace.id], now);
    if (!view) throw new AppError("not_found");
    if (view.enters) {
      // Of one that is being deleted at this very moment no visit is noted, and nobody waits for its row.
      await tx.$executeRaw`
        INSERT INTO "WorkspaceVisit" AS v ("tenantId", "principalId", "workspaceId", "visitedAt")
        SELECT ${caller.tenantId}, ${caller.subject.principalId}, w.id, now() FROM "Workspace" w
        WHERE w.id = ${workspace.id} AND w.status <> 'DELETING' FOR KEY SHARE
        ON CONFLICT ("principalId", "workspaceId") DO UPDATE SET "visitedAt" = now()
        WHERE v."visitedAt" < now() - make_interval(mins => ${VISIT_MINUTES}::int)`;
    }
    return view;
  },
});
