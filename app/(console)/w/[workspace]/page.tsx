import type { Metadata } from "next";
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
import { enterWorkspace } from "#lib/workspaces/queries.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT())("workspaces.overview.title") };
}

export default consolePage<"/w/[workspace]">(async ({ params }) => {
  const workspace = decodeURIComponent((await params).workspace);
  const [view, t] = await Promise.all([load(enterWorkspace, {}, { workspace }), getT()]);
  const item = workspaceItem(view, t);
  return (
    <WorkspaceActions workspaces={[item]}>
      <LiveRefresh topics={["workspaces"]} />
      <PageHeader title={view.name} subtitle={t("workspaces.overview.title")}>
        <OverviewActions workspace={item} />
      </PageHeader>
      <StatusNotice workspace={item} />
      <Overview view={view} item={item} />
    </WorkspaceActions>
  );
});
