import type { Decision } from "#lib/access/types.ts";
import { lastChange } from "#lib/audit/last-change.ts";
import { booksFor } from "#lib/roles/book.ts";
import { recognise } from "#lib/rosters/recognise.ts";
import { recognisedList } from "#lib/rosters/schema.ts";
import { query } from "#lib/use-case.ts";
import { COUNTED_TO, z } from "#lib/validation.ts";
import { roleNames } from "#lib/workspaces/view.ts";
import { Prisma } from "#prisma/client/client.ts";
import { countMembers, findCandidates, pageOfMembers } from "./list.ts";
import {
  memberCandidate,
  memberCandidates,
  memberFilter,
  memberPage,
  memberPaste,
  memberRef,
  memberRow,
} from "./schema.ts";
import { lastChangeOfMember } from "./last-change.ts";
import { mayEdit, memberRows, seesPrivate } from "./view.ts";

export const listMembers = query({
  name: "members.list",
  summary: "List the members of a workspace: with which roles, by which way, and what that is worth now.",
  in: "workspace",
  needs: ["members", "view"],
  input: memberFilter,
  output: memberPage,
  async run({ tx, caller, workspace, now }, filter) {
    const { subject } = caller;
    const sees = seesPrivate(subject, workspace, now);
    const { ids, ...page } = await pageOfMembers(tx, subject, workspace, { ...filter, sees }, now);
    const data = await memberRows(tx, caller, workspace, ids, now);
    const owner = await tx.principal.findUniqueOrThrow({
      where: { id: workspace.ownerId },
      select: { id: true, kind: true, name: true, email: true, status: true },
    });
    const { publicRole } = workspace;
    const asked = await booksFor(tx, [{ workspaceId: workspace.id, roles: filter.role }]);
    const total = await tx.membership.count({ where: { workspaceId: workspace.id } });
    const narrowed =
      filter.search.trim() !== "" || [filter.role, filter.kind, filter.state].some(({ length }) => length > 0);
    const matching = narrowed ? await countMembers(tx, subject, workspace, { ...filter, sees }, now) : upTo(total);
    return {
      data,
      page: { ...page, total: matching },
      total,
      sees,
      roleNames: roleNames(filter.role, asked(workspace.id)),
      owner: { ...owner, email: sees ? owner.email : null },
      publicRole:
        workspace.authorizationType === "PUBLIC"
          ? { id: publicRole, name: workspace.book?.get(publicRole)?.name ?? null }
          : null,
      may: {
        edit: permitted(mayEdit(subject, workspace, now)),
        remove: permitted(mayEdit(subject, workspace, now, "removeMember")),
      },
    };
  },
});

export const showMember = query({
  name: "members.show",
  summary: "Show one member of a workspace, null who is none, and to who may edit members, who changed this one last.",
  in: "workspace",
  needs: ["members", "view"],
  input: memberRef,
  output: z.object({ member: memberRow.extend({ last: lastChange }).nullable() }),
  async run({ tx, caller, workspace, now }, { principalId }) {
    const found = await tx.membership.findUnique({
      where: { workspaceId_principalId: { workspaceId: workspace.id, principalId } },
      select: { id: true },
    });
    const [row] = found ? await memberRows(tx, caller, workspace, [found.id], now) : [];
    if (!row) return { member: null };
    const sees = seesPrivate(caller.subject, workspace, now);
    const last = sees ? await lastChangeOfMember(tx, caller.tenantId, workspace.id, principalId) : null;
    return { member: { ...row, last } };
  },
});

export const findMemberCandidates = query({
  name: "members.candidates",
  summary:
    "Find who can still be added to a workspace, by name, e-mail or id: users, federated users, agencies, groups.",
  in: "workspace",
  needs: ["members", "update"],
  input: memberCandidates,
  output: z.object({ data: z.array(memberCandidate) }),
  run: async ({ tx, caller, workspace }, search) => ({
    data: await findCandidates(tx, caller, workspace, search),
  }),
});

/** As the recognition of pasted lists takes it: memberships stand where a group has its people. */
const MEMBERS = { table: Prisma.sql`"Membership"`, of: Prisma.sql`"workspaceId"` };

export const recogniseMembers = query({
  name: "members.recognise",
  summary: "Tell, entry by entry of a pasted list, which user is meant and whether they are a member already.",
  in: "workspace",
  needs: ["members", "update"],
  input: memberPaste,
  output: recognisedList,
  async run({ tx, caller, workspace }, { entries }) {
    const data = await recognise(tx, caller, MEMBERS, workspace.id, entries);
    // Whether one may add oneself is a matter of the roles, which are chosen later; the Owner needs none.
    const of = (one: (typeof data)[number]) => {
      if (one.person?.id === workspace.ownerId && one.finding !== "duplicate") return "already" as const;
      return one.finding === "yourself" ? ("found" as const) : one.finding;
    };
    return { data: data.map((one) => ({ ...one, finding: of(one) })) };
  },
});

function upTo(count: number): number | null {
  return count <= COUNTED_TO ? count : null;
}

function permitted({ allowed, because }: Decision) {
  return { allowed, because: [...because] };
}
