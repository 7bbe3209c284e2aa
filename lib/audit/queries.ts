import { AppError } from "#lib/errors.ts";
import { query } from "#lib/use-case.ts";
import { z } from "#lib/validation.ts";
import { Prisma } from "#prisma/client/client.ts";
import { countEntries, countNewer, pageOfEntries, rowsOf } from "./list.ts";
import { eventsIn, matchingOf } from "./matching.ts";
import { actorsLike, idsIn, namesOf, workspacesLike } from "./names.ts";
import { auditDetails, auditFilter, auditPage, entryId, NEWER_COUNTED_TO, newerThan } from "./schema.ts";
import { options, optionSearch } from "./schema.ts";
import { entryViews } from "./view.ts";

const needs = { management: "audit.view" } as const;

export const listAudit = query({
  name: "audit.list",
  summary: "List what was done and refused in the tenant, newest first.",
  in: "tenant",
  needs,
  input: auditFilter,
  output: auditPage,
  async run({ tx, caller, now }, { limit, cursor, ...filter }) {
    const matching = await matchingOf(tx, caller.tenantId, filter, now);
    const { rows, ...page } = await pageOfEntries(tx, matching, { limit, cursor });
    const total = await countEntries(tx, matching);
    return { data: await entryViews(tx, rows), page: { ...page, total }, tooMany: matching.tooMany };
  },
});

export const countNewAudit = query({
  name: "audit.countNew",
  summary: `Count the entries that came after the one seen last, up to ${NEWER_COUNTED_TO}.`,
  in: "tenant",
  needs,
  input: newerThan,
  output: z.object({ count: z.number() }),
  async run({ tx, caller, now }, { at, id, ...filter }) {
    const matching = await matchingOf(tx, caller.tenantId, filter, now);
    return { count: await countNewer(tx, matching, { at, id }, NEWER_COUNTED_TO) };
  },
});

export const showAudit = query({
  name: "audit.show",
  summary: "Show one entry of the log: what it was before and after, why it was refused, and whether it is sealed.",
  in: "tenant",
  needs,
  input: entryId,
  output: auditDetails,
  async run({ tx, caller: { tenantId } }, { entry: id }) {
    const place = Prisma.sql`SELECT id FROM "AuditEntry" WHERE id = ${id} AND "tenantId" = ${tenantId}`;
    const [entry] = await entryViews(tx, await rowsOf(tx, place));
    if (!entry) throw new AppError("not_found");
    const names = await namesOf(tx, tenantId, [...idsIn([entry.before, entry.after, entry.reason])]);
    const seal = await tx.auditSeal.findUnique({ where: { entryId: id }, select: { seq: true, sealedAt: true } });
    return {
      ...entry,
      names: Object.fromEntries(names.map((each) => [each.id, each.name])),
      seal: seal && { seq: seal.seq.toString(), sealedAt: seal.sealedAt.toISOString() },
    };
  },
});

export const auditEvents = query({
  name: "audit.events",
  summary: "Name the events that the log holds.",
  in: "tenant",
  needs,
  input: z.object({}),
  output: z.object({ data: z.array(z.string()) }),
  run: async ({ tx, caller }) => ({ data: await eventsIn(tx, caller.tenantId) }),
});

export const auditActors = query({
  name: "audit.actors",
  summary: "Find who stands in the log as an actor, deleted users by their pseudonym, or name those of given ids.",
  in: "tenant",
  needs,
  input: optionSearch,
  output: options,
  run: async ({ tx, caller: { tenantId } }, { search, ids }) => ({
    data: ids.length > 0 ? await namesOf(tx, tenantId, ids) : await actorsLike(tx, tenantId, search),
  }),
});

export const auditWorkspaces = query({
  name: "audit.workspaces",
  summary: "Find the workspaces that entries of the log can be about, or name those of given ids.",
  in: "tenant",
  needs,
  input: optionSearch,
  output: options,
  run: async ({ tx, caller: { tenantId } }, { search, ids }) => ({
    data: ids.length > 0 ? await namesOf(tx, tenantId, ids) : await workspacesLike(tx, tenantId, search),
  }),
});
