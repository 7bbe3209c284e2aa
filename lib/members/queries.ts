import { decide } from "#lib/access/decide.ts";
import { query } from "#lib/use-case.ts";
import { z } from "#lib/validation.ts";
import { memberView } from "./schema.ts";

export const listMembers = query({
  name: "members.list",
  summary: "List the members of a workspace with their roles.",
  in: "workspace",
  needs: ["members", "view"],
  input: z.object({ limit: z.coerce.number().int().min(1).max(500).default(500) }),
  output: z.object({ data: z.array(memberView), total: z.number() }),
  async run({ tx, caller, workspace, now }, { limit }) {
    const rows = await tx.membership.findMany({
      where: { workspaceId: workspace.id },
      orderBy: [{ principal: { name: "asc" } }, { id: "asc" }],
      take: limit,
      select: { roles: true, principal: { select: { id: true, kind: true, name: true, email: true, status: true } } },
    });
    // roles.json: e-mail addresses only with members:update.
    const mayEdit = decide(caller.subject, { module: "members", verb: "update", act: "read" }, workspace, now).allowed;
    const data = rows.map(({ roles, principal }) => ({ ...principal, email: mayEdit ? principal.email : null, roles }));
    return { data, total: await tx.membership.count({ where: { workspaceId: workspace.id } }) };
  },
});
