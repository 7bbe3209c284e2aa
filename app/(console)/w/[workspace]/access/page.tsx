import type { Metadata } from "next";
import { AccessPage } from "#components/access/access-page.tsx";
import { consolePage } from "#components/shell/console-page.tsx";
import { currentCaller } from "#lib/auth/current.ts";
import { load } from "#lib/entry/page.ts";
import { AppError } from "#lib/errors.ts";
import { explainAccess } from "#lib/explanations/queries.ts";
import { getT } from "#lib/i18n/server.ts";
import { enterWorkspace } from "#lib/workspaces/queries.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT())("access.title") };
}

export default consolePage<"/w/[workspace]/access">(async ({ params, searchParams }) => {
  const workspace = decodeURIComponent((await params).workspace);
  const { principal } = await searchParams;
  const view = await load(enterWorkspace, {}, { workspace });
  const me = (await currentCaller())?.subject.principalId ?? "";
  const asked = typeof principal === "string" && principal !== "" ? principal : me;
  const [told, own] = await Promise.all([
    explain(workspace, asked),
    asked === me ? null : load(explainAccess, { principalId: me }, { workspace }),
  ]);
  const others = "modules" in told ? told.others : (own?.others ?? false);
  return <AccessPage workspace={view} told={told} you={asked === me} others={others} />;
});

/** What somebody may do; a refusal to tell is said on the page, which stays. */
async function explain(workspace: string, principalId: string) {
  try {
    return await load(explainAccess, { principalId }, { workspace });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === "forbidden") return { refused: error.details.because ?? [] };
    if (error.code === "not_found" || error.code === "invalid_input") return { refused: null };
    throw error;
  }
}
