import { decide } from "#lib/access/decide.ts";
import { query, refuse } from "#lib/use-case.ts";
import type { Caller } from "#lib/auth/caller.ts";
import type { Workspace } from "#lib/use-case.ts";
import { explain, findExplainable } from "./explain.ts";
import { explainable, explainableSearch, explanation, explanationOf } from "./schema.ts";

/** Who may edit members looks at anybody's access, whatever state the workspace is in. */
const mayAskOfOthers = ({ subject }: Caller, workspace: Workspace, now: Date) =>
  decide(subject, { module: "members", verb: "update", act: "read" }, workspace, now);

export const explainAccess = query({
  name: "access.explain",
  summary: "Tell what somebody may do in a workspace and why: oneself, or for who may edit members, anybody.",
  in: "workspace",
  needs: ["workspace", "view"],
  input: explanationOf,
  output: explanation,
  async run({ tx, caller, workspace, now }, { principalId }) {
    const ofOthers = mayAskOfOthers(caller, workspace, now);
    if (principalId !== caller.subject.principalId) refuse(ofOthers);
    return {
      ...(await explain(tx, caller.tenantId, workspace, principalId, now)),
      others: ofOthers.allowed,
    };
  },
});

export const findPrincipals = query({
  name: "access.principals",
  summary: "Find whose access can be asked about, by name, e-mail or id: everybody, members or not, and groups.",
  in: "workspace",
  needs: ["members", "update"],
  input: explainableSearch,
  output: explainable,
  run: async ({ tx, caller }, search) => ({ data: await findExplainable(tx, caller.tenantId, search) }),
});
