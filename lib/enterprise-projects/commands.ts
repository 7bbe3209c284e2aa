import { isTaken, type Tx } from "#lib/db.ts";
import { AppError, fieldError } from "#lib/errors.ts";
import { fold } from "#lib/fold.ts";
import { newId } from "#lib/ids.ts";
import { command } from "#lib/use-case.ts";
import { z } from "#lib/validation.ts";
import { enterpriseProjectVersion, newEnterpriseProject, renaming } from "./schema.ts";

const object = (id: string) => ({ kind: "enterprise_project", id });
const needs = { management: "enterpriseProjects.manage" } as const;
const version = z.object({ version: z.number() });

export const createEnterpriseProject = command({
  name: "enterpriseProjects.create",
  summary: "Create an enterprise project.",
  in: "tenant",
  needs,
  input: newEnterpriseProject,
  output: z.object({ id: z.string(), name: z.string() }),
  async run({ tx, caller }, { name }) {
    const data = { id: newId("ep"), tenantId: caller.tenantId, name, nameKey: fold(name) };
    return tx.enterpriseProject.create({ data, select: { id: true, name: true } }).catch(rethrowTaken);
  },
  audit: (_input, { id, name }) => ({ event: "enterprise_project.created", object: object(id), after: { name } }),
});

export const renameEnterpriseProject = command({
  name: "enterpriseProjects.rename",
  summary: "Rename an enterprise project; `default` keeps its name.",
  in: "tenant",
  needs,
  input: renaming,
  output: version,
  async run({ tx, caller }, { name, ...seen }) {
    const before = await holdChangeable(tx, caller.tenantId, seen);
    const data = { name, nameKey: fold(name), version: { increment: 1 } };
    const changed = await tx.enterpriseProject
      .update({ where: { id: seen.id }, data, select: { version: true } })
      .catch(rethrowTaken);
    return { ...changed, before };
  },
  audit: ({ id, name }, { before }) => ({
    event: "enterprise_project.renamed",
    object: object(id),
    before: { name: before.name },
    after: { name },
  }),
});

export const disableEnterpriseProject = command({
  name: "enterpriseProjects.disable",
  summary: "Disable an enterprise project: it keeps its workspaces and takes no new ones. `default` stays enabled.",
  in: "tenant",
  needs,
  input: enterpriseProjectVersion,
  output: version,
  run: ({ tx, caller }, seen) => setStatus(tx, caller.tenantId, seen, "DISABLED"),
  audit: ({ id }) => ({ event: "enterprise_project.disabled", object: object(id) }),
});

export const enableEnterpriseProject = command({
  name: "enterpriseProjects.enable",
  summary: "Enable an enterprise project again.",
  in: "tenant",
  needs,
  input: enterpriseProjectVersion,
  output: version,
  run: ({ tx, caller }, seen) => setStatus(tx, caller.tenantId, seen, "ENABLED"),
  audit: ({ id }) => ({ event: "enterprise_project.enabled", object: object(id) }),
});

type Seen = z.output<typeof enterpriseProjectVersion>;
type Held = { name: string; status: "ENABLED" | "DISABLED"; isDefault: boolean; version: number };

async function setStatus(tx: Tx, tenantId: string, seen: Seen, status: Held["status"]) {
  const before = await holdChangeable(tx, tenantId, seen);
  if (before.status === status) throw new AppError("conflict");
  const data = { status, version: { increment: 1 } };
  return tx.enterpriseProject.update({ where: { id: seen.id }, data, select: { version: true } });
}

/**
 * The row under a lock: a workspace that is being bound to it at the same moment (FOR SHARE) is done before, or sees what
 * is written. `not_found`; `built_in` for `default`; `stale` when another version was seen.
 */
async function holdChangeable(tx: Tx, tenantId: string, seen: Seen): Promise<Held> {
  const [held] = await tx.$queryRaw<Held[]>`
    SELECT name, status::text AS status, "isDefault", version FROM "EnterpriseProject"
    WHERE "tenantId" = ${tenantId} AND id = ${seen.id} FOR NO KEY UPDATE`;
  if (!held) throw new AppError("not_found");
  if (held.isDefault) throw new AppError("built_in", { key: "enterpriseProjects.errors.default_is_fixed" });
  if (held.version !== seen.version) throw new AppError("stale", { data: { version: held.version } });
  return held;
}

function rethrowTaken(error: unknown): never {
  throw isTaken(error, "nameKey")
    ? fieldError("name", "enterpriseProjects.errors.name_taken", undefined, "name_taken")
    : error;
}
