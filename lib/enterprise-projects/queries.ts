import { decideManagement } from "#lib/access/decide.ts";
import { requireChooser } from "#lib/accounts/choosers.ts";
import { lastChange, readLastChange } from "#lib/audit/last-change.ts";
import { AppError } from "#lib/errors.ts";
import { query } from "#lib/use-case.ts";
import { z } from "#lib/validation.ts";
import { readable } from "#lib/workspaces/visible.ts";
import { enterpriseProjectChoice, enterpriseProjectId, enterpriseProjectView } from "./schema.ts";

export const listEnterpriseProjects = query({
  name: "enterpriseProjects.list",
  summary:
    "List the tenant's enterprise projects, `default` first, with the number of workspaces that the reader may see.",
  in: "tenant",
  needs: { management: "enterpriseProjects.manage" },
  input: z.object({}),
  output: z.object({ data: z.array(enterpriseProjectView) }),
  async run({ tx, caller }) {
    const { tenantId, subject } = caller;
    const rows = await tx.enterpriseProject.findMany({
      where: { tenantId },
      orderBy: [{ isDefault: "desc" }, { nameKey: "asc" }],
      select: { id: true, name: true, isDefault: true, status: true, version: true, createdAt: true, updatedAt: true },
    });
    // Managing enterprise projects shows no workspaces: nobody counts what is hidden from them.
    const counted = await tx.$queryRaw<{ id: string; count: number }[]>`
      SELECT w."enterpriseProjectId" AS id, count(*)::int AS count FROM "Workspace" w
      WHERE w."tenantId" = ${tenantId} AND ${readable(subject)} GROUP BY 1`;
    const counts = new Map(counted.map(({ id, count }) => [id, count]));
    const data = rows.map((row) => ({
      ...row,
      workspaces: counts.get(row.id) ?? 0,
      createdAt: row.createdAt.toISOString(),
      updatedAt: row.updatedAt.toISOString(),
    }));
    return { data };
  },
});

export const showEnterpriseProject = query({
  name: "enterpriseProjects.show",
  summary: "Show an enterprise project as it is now, and who changed it last.",
  in: "tenant",
  needs: { management: "enterpriseProjects.manage" },
  input: z.object({ id: enterpriseProjectId }),
  output: enterpriseProjectView
    .pick({ id: true, name: true, status: true, version: true })
    .extend({ last: lastChange }),
  async run({ tx, caller }, { id }) {
    const select = { id: true, name: true, status: true, version: true } as const;
    const project = await tx.enterpriseProject.findUnique({ where: { id }, select });
    if (!project) throw new AppError("not_found");
    return { ...project, last: await readLastChange(tx, caller.tenantId, id) };
  },
});

export const chooseEnterpriseProject = query({
  name: "enterpriseProjects.choices",
  summary: "The enabled enterprise projects that a workspace can be bound to, `default` first.",
  in: "tenant",
  needs: { nothing: true },
  input: z.object({}),
  output: z.object({ data: z.array(enterpriseProjectChoice), mayCreate: z.boolean() }),
  async run({ tx, caller, now }) {
    await requireChooser(tx, caller, ["enterpriseProjects.manage"], now);
    const data = await tx.enterpriseProject.findMany({
      where: { tenantId: caller.tenantId, status: "ENABLED" },
      orderBy: [{ isDefault: "desc" }, { nameKey: "asc" }],
      select: { id: true, name: true, isDefault: true },
    });
    const mayCreate = decideManagement(caller.subject, "enterpriseProjects.manage").allowed;
    return { data, mayCreate };
  },
});
