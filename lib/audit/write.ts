import { withoutNames } from "#lib/access/reasons.ts";
import { keepPersonal, Personal, withDigests, type Auditable } from "#lib/audit/personal.ts";
import type { Caller } from "#lib/auth/caller.ts";
import { bindTenant, transaction, type Tx } from "#lib/db.ts";
import type { AppError, ErrorCode } from "#lib/errors.ts";
import { newId } from "#lib/ids.ts";
import { logger } from "#lib/logger.ts";
import { Prisma } from "#prisma/client/client.ts";

/** What happened to what. Secrets never; names, e-mail and network addresses as Personal. */
export type AuditFacts = {
  event: string;
  object?: { kind: string; id: string };
  workspaceId?: string;
  before?: Auditable;
  after?: Auditable;
};

type Actor = Pick<Caller, "tenantId" | "principalId" | "through"> & Partial<Pick<Caller, "actingAs">>;
type Entry = AuditFacts & { outcome?: "ALLOWED" | "REFUSED"; reason?: Auditable };
type Origin = { requestId: string; address: string | null };

/** Adds one entry to the log, in the caller's transaction (bound to the actor's tenant). */
export async function record(tx: Tx, actor: Actor, origin: Origin, entry: Entry): Promise<void> {
  await recordAll(tx, actor, origin, [entry]);
}

/** The same for all that one act did, in two statements however many there are. */
export async function recordAll(tx: Tx, actor: Actor, origin: Origin, entries: readonly Entry[]): Promise<void> {
  const { tenantId, principalId } = actor;
  const personal = new Map<string, Personal>();
  const json = (value: Auditable | undefined) => {
    const plain = withDigests(tenantId, value, personal);
    return plain === undefined || plain === null ? Prisma.DbNull : plain;
  };
  const address = origin.address ? withDigests(tenantId, new Personal(principalId, origin.address), personal) : null;
  const data = entries.map((entry) => ({
    id: newId("aud"),
    tenantId,
    actorId: principalId,
    actingAs: actor.actingAs?.id,
    through: actor.through,
    address: address ? (address as { "~": string })["~"] : null,
    requestId: origin.requestId,
    event: entry.event,
    objectKind: entry.object?.kind,
    objectId: entry.object?.id,
    workspaceId: entry.workspaceId,
    outcome: entry.outcome ?? "ALLOWED",
    before: json(entry.before) as Prisma.InputJsonValue,
    after: json(entry.after) as Prisma.InputJsonValue,
    reason: json(entry.reason) as Prisma.InputJsonValue,
  }));
  await tx.auditEntry.createMany({ data });
  await keepPersonal(tx, tenantId, personal);
}

const REFUSALS: readonly ErrorCode[] = ["forbidden", "workspace_state", "built_in"];
// At most this many refusals a minute and actor are written: who hammers a locked door must not fill the log.
const REFUSALS_A_MINUTE = 30;
const refusals = new Map<string, { since: number; count: number }>();

function mayRecordRefusal(principalId: string, now: number): boolean {
  const window = refusals.get(principalId);
  if (!window || now - window.since > 60_000) {
    if (refusals.size > 10_000) refusals.clear();
    refusals.set(principalId, { since: now, count: 1 });
    return true;
  }
  return ++window.count <= REFUSALS_A_MINUTE;
}

/** What ids are ids of, by how they begin. */
const KINDS: Record<string, string> = {
  usr: "principal",
  fed: "principal",
  grp: "group",
  agc: "agency",
  ep: "enterprise_project",
  ws: "workspace",
};

/** What a command was to be done to, where its input says so: `{ id: "usr-…" }`. */
function objectNamedBy(input: unknown): AuditFacts["object"] {
  if (typeof input !== "object" || input === null || !("id" in input) || typeof input.id !== "string") return undefined;
  const [, prefix] = /^([a-z]{2,3})-[0-9a-f]{16}$/.exec(input.id) ?? [];
  const kind = prefix && KINDS[prefix];
  return kind ? { kind, id: input.id } : undefined;
}

/** What was refused: of a caller who was admitted, `workspaceId` or what the `input` named; of nobody else anything. */
export type Refused = { workspaceId?: string; input?: unknown };

/** A refused action is an entry too, written after its rollback. Losing one is logged and does not change the answer. */
export async function recordRefusal(
  useCase: string,
  caller: Caller | null,
  origin: Origin,
  { workspaceId, input }: Refused,
  error: AppError,
): Promise<void> {
  if (!caller || !REFUSALS.includes(error.code) || !mayRecordRefusal(caller.principalId, Date.now())) return;
  try {
    await transaction(async (tx) => {
      await bindTenant(tx, caller.tenantId);
      await record(tx, caller, origin, {
        event: useCase,
        workspaceId,
        object: objectNamedBy(input),
        outcome: "REFUSED",
        reason: { code: error.code, key: error.details.key, because: withoutNames(error.details.because ?? []) },
      });
    });
  } catch (cause) {
    logger().error({ error: cause, requestId: origin.requestId, useCase }, "a refusal could not be recorded");
  }
}
