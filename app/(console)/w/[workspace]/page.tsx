import type { Metadata } from "next";
import { createRefusal, mayRaiseLimit } from "#app/(console)/create-refusal.ts";
import { loadFrame } from "#app/(console)/frame.ts";
import { onlyObject } from "#components/audit/address.ts";
import { consolePage } from "#components/shell/console-page.tsx";
import { LiveRefresh } from "#components/shell/live-refresh.tsx";
import { PageHeader } from "#components/shell/page-header.tsx";
import { workspaceItem } from "#components/workspaces/item.ts";
import { OverviewActions } from "#components/workspaces/overview-actions.tsx";
import { Overview } from "#components/workspaces/overview.tsx";
import { StatusNotice } from "#components/workspaces/status-notice.tsx";
import { WorkspaceActions } from "#components/workspaces/workspace-actions.tsx";
import { load } from "#lib/entry/page.ts";
import { getT } from "#lib/i18n/server.ts";
import { detailsOfWorkspace, enterWorkspace } from "#lib/workspaces/queries.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT())("workspaces.overview.title") };
}

export default consolePage<"/w/[workspace]">(async ({ params }) => {
  const workspace = decodeURIComponent((await params).workspace);
  const [view, details, frame, t] = await Promise.all([
    load(enterWorkspace, {}, { workspace }),
    load(detailsOfWorkspace, {}, { workspace }),
    loadFrame(),
    getT(),
  ]);
  const item = workspaceItem(view, t);
  return (
    <WorkspaceActions workspaces={[item]} createRefusal={createRefusal(frame, t)} mayRaise={mayRaiseLimit(frame)}>
      <LiveRefresh topics={["workspaces", "members"]} />
      <PageHeader title={view.name} subtitle={t("workspaces.overview.title")}>
        <OverviewActions workspace={item} />
      </PageHeader>
      <StatusNotice workspace={item} steps={details.steps} />
      <Overview
        view={view}
        item={item}
        details={details}
        wholeLog={details.wholeLog ? onlyObject(view.id) : undefined}
      />
    </WorkspaceActions>
  );
});
