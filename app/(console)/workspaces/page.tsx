import type { Metadata } from "next";
import { consolePage } from "#components/shell/console-page.tsx";
import { createRefusal, mayRaiseLimit } from "#app/(console)/create-refusal.ts";
import { loadFrame } from "#app/(console)/frame.ts";
import { LiveRefresh } from "#components/shell/live-refresh.tsx";
import { PageHeader } from "#components/shell/page-header.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { shownColumns } from "#components/workspaces/list/columns.ts";
import { CreateWorkspaceButton } from "#components/workspaces/list/create-button.tsx";
import { listRows } from "#components/workspaces/list/list-rows.ts";
import { packRows } from "#components/workspaces/list/packed-rows.ts";
import { NoWorkspaces } from "#components/workspaces/list/nothing.tsx";
import { rangeText } from "#components/workspaces/list/range.ts";
import { WorkspacesTable } from "#components/workspaces/list/table.tsx";
import { WorkspacesList } from "#components/workspaces/list/workspaces-list.tsx";
import { WorkspacesToolbar } from "#components/workspaces/list/toolbar.tsx";
import { RaiseLimitLink } from "#components/workspaces/raise-limit-link.tsx";
import { Selecting } from "#components/workspaces/selection/selecting.tsx";
import { load } from "#lib/entry/page.ts";
import { getT } from "#lib/i18n/server.ts";
import { myColumns } from "#lib/me/queries.ts";
import { listWorkspaces } from "#lib/workspaces/queries.ts";
import { workspaceFilter } from "#lib/workspaces/schema.ts";
import { loadChosen } from "./chosen.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT())("workspaces.title") };
}

export default consolePage<"/workspaces">(async ({ searchParams }) => {
  const asked = workspaceFilter.safeParse(await searchParams);
  const filter = asked.data ?? workspaceFilter.parse({});
  const [{ data, page }, mine, account, chosen, t] = await Promise.all([
    load(listWorkspaces, filter),
    load(myColumns, { table: "workspaces" }),
    loadFrame(),
    loadChosen(filter),
    getT(),
  ]);
  const columns = shownColumns(mine.columns);
  const { capacity } = account;
  const refusal = createRefusal(account, t);
  const mayRaise = mayRaiseLimit(account);
  return (
    <WorkspacesList rows={packRows(listRows(data, t))} createRefusal={refusal} mayRaise={mayRaise}>
      <LiveRefresh topics={["workspaces", "tenants"]} />
      <PageHeader
        title={t("workspaces.title")}
        subtitle={
          <>
            {capacity && capacity.used !== null
              ? t("workspaces.used", { used: capacity.used, limit: capacity.limit })
              : t("workspaces.subtitle")}
            {mayRaise ? <RaiseLimitLink className="ml-2" /> : null}
          </>
        }
      >
        <CreateWorkspaceButton refusal={refusal} />
      </PageHeader>
      <WorkspacesToolbar filter={filter} chosen={chosen} columns={columns} />
      <Selecting total={page.total}>
        {data.length > 0 ? (
          <WorkspacesTable columns={columns} view={JSON.stringify(filter)} />
        ) : (
          <NoWorkspaces filter={filter} />
        )}
      </Selecting>
      <Pagination summary={rangeText(page, data.length, t)} previous={page.previousCursor} next={page.nextCursor} />
    </WorkspacesList>
  );
});
