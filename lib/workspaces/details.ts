import { decide, decideManagement } from "#lib/access/decide.ts";
import type { Module, Verb } from "#lib/access/roles.ts";
import type { Subject, WorkspaceFacts } from "#lib/access/types.ts";
import { rowsOf } from "#lib/audit/list.ts";
import { entryViews } from "#lib/audit/view.ts";
import type { Tx } from "#lib/db.ts";
import { Prisma } from "#prisma/client/client.ts";
import { deletion, STEPS } from "./deletion.ts";
import type { WorkspaceDetails } from "./schema.ts";
import { namesOfRoles } from "./view.ts";

// What the page of a workspace shows beside its basic information. A part that the reader may not see is null.

/** So many stand on the page; the rest is counted. */
const SHOWN = 8;

/** `personId`: who reads, also while they act as an agency, which is the subject then. */
type Reader = { tx: Tx; personId: string; subject: Subject; workspace: WorkspaceFacts; now: Date };

export async function readDetails(reader: Reader): Promise<WorkspaceDetails> {
  return {
    members: may(reader, "members", "view") ? await firstMembers(reader) : null,
    log: await latestEntries(reader),
    wholeLog: decideManagement(reader.subject, "audit.view").allowed,
    made: may(reader, "audit", "update") ? await whoMade(reader) : null,
    steps: await stepsOf(reader),
  };
}

function may({ subject, workspace, now }: Reader, module: Module, verb: Verb): boolean {
  return decide(subject, { module, verb, act: "read" }, workspace, now).allowed;
}

async function firstMembers({ tx, workspace }: Reader): Promise<WorkspaceDetails["members"]> {
  const where = { workspaceId: workspace.id };
  const rows = await tx.membership.findMany({
    where,
    orderBy: [{ principal: { name: "asc" } }, { id: "asc" }],
    take: SHOWN,
    select: { roles: true, principal: { select: { id: true, kind: true, name: true, status: true } } },
  });
  const data = rows.map(({ roles, principal }) => ({ ...principal, roles }));
  return { data, roleNames: await namesOfRoles(tx, workspace.id, data), total: await tx.membership.count({ where }) };
}

/** roles.json: one's own entries with audit:view, everybody's with audit:update. */
async function latestEntries(reader: Reader): Promise<WorkspaceDetails["log"]> {
  const everybody = may(reader, "audit", "update");
  if (!everybody && !may(reader, "audit", "view")) return null;
  const { tx, personId, subject, workspace } = reader;
  // What one did oneself, as whom one reads: others who act as the same agency are others.
  const asAgency = subject.kind === "AGENCY" ? Prisma.sql`AND "actingAs" = ${subject.principalId}` : Prisma.empty;
  const mine = everybody ? Prisma.empty : Prisma.sql`AND "actorId" = ${personId} ${asAgency}`;
  const places = Prisma.sql`SELECT id, at FROM "AuditEntry"
    WHERE "tenantId" = ${subject.tenantId} AND "workspaceId" = ${workspace.id} ${mine}
    ORDER BY at DESC, id DESC LIMIT ${SHOWN}`;
  return { everybody, data: await entryViews(tx, await rowsOf(tx, places)) };
}

/** Who created it and who changed it last, from the log. */
async function whoMade({ tx, subject: { tenantId }, workspace: { id: objectId } }: Reader) {
  const person = async (event: Prisma.AuditEntryWhereInput, order: "asc" | "desc") => {
    const entry = await tx.auditEntry.findFirst({
      where: { tenantId, objectId, outcome: "ALLOWED", ...event },
      orderBy: [{ at: order }, { id: order }],
      select: { actorId: true },
    });
    if (!entry?.actorId) return null;
    return tx.principal.findUnique({ where: { id: entry.actorId }, select: { id: true, name: true } });
  };
  return { created: await person({ event: "workspace.created" }, "asc"), updated: await person({}, "desc") };
}

/** How far a deletion is, step by step. */
async function stepsOf({ tx, workspace }: Reader): Promise<WorkspaceDetails["steps"]> {
  if (workspace.status !== "DELETING" && workspace.status !== "DELETE_FAILED") return null;
  const row = await tx.workspace.findUnique({ where: { id: workspace.id }, select: { deletion: true } });
  const stored = deletion.safeParse(row?.deletion);
  if (!stored.success) return null;
  const { step: current, done, total, failure } = stored.data;
  const at = STEPS.indexOf(current);
  return STEPS.map((step, index) => ({
    step,
    removed: done[step] ?? 0,
    total: total[step] ?? null,
    state: index < at ? "done" : index > at ? "waiting" : failure ? "failed" : "running",
  }));
}
