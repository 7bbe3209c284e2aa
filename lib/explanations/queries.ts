import { decide } from "#lib/access/decide.ts";
import { query, refuse } from "#lib/use-case.ts";
import { explain } from "./explain.ts";
import { explanation, explanationOf } from "./schema.ts";

export const explainAccess = query({
  name: "access.explain",
  summary: "Tell what somebody may do in a workspace and why: oneself, or for who may edit members, anybody.",
  in: "workspace",
  needs: ["workspace", "view"],
  input: explanationOf,
  output: explanation,
  async run({ tx, caller, workspace, now }, { principalId }) {
    const { subject, tenantId } = caller;
    if (principalId !== subject.principalId)
      refuse(decide(subject, { module: "members", verb: "update", act: "read" }, workspace, now));
    return explain(tx, tenantId, workspace, principalId, now);
  },
});
