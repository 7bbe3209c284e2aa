import type { Metadata } from "next";
import { AddButton } from "#components/members/add-button.tsx";
import { shownColumns } from "#components/members/columns.ts";
import { MembersArea } from "#components/members/members-area.tsx";
import { MembersTable } from "#components/members/members-table.tsx";
import { NoMembers } from "#components/members/no-members.tsx";
import { Selecting } from "#components/members/selection/selecting.tsx";
import { MembersToolbar } from "#components/members/toolbar.tsx";
import { consolePage } from "#components/shell/console-page.tsx";
import { LiveRefresh } from "#components/shell/live-refresh.tsx";
import { PageHeader } from "#components/shell/page-header.tsx";
import { NoticeBanner } from "#components/ui/notice-banner.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { wholeReason, workspaceItem } from "#components/workspaces/item.ts";
import { rangeText } from "#components/workspaces/list/range.ts";
import { WorkspaceActions } from "#components/workspaces/workspace-actions.tsx";
import { load } from "#lib/entry/page.ts";
import { AppError } from "#lib/errors.ts";
import { getT } from "#lib/i18n/server.ts";
import { myColumns } from "#lib/me/queries.ts";
import { listMembers } from "#lib/members/queries.ts";
import { shownMembers } from "#lib/members/schema.ts";
import { enterWorkspace } from "#lib/workspaces/queries.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT())("members.title") };
}

export default consolePage<"/w/[workspace]/members">(async ({ params, searchParams }) => {
  const workspace = decodeURIComponent((await params).workspace);
  const filter = shownMembers.parse(await searchParams);
  const [members, view, mine, t] = await Promise.all([
    load(listMembers, filter, { workspace }),
    load(enterWorkspace, {}, { workspace }).catch(unlessForbidden),
    load(myColumns, { table: "members" }),
    getT(),
  ]);
  const { id, slug, name } = view ?? { id: workspace, slug: workspace, name: workspace };
  const { data, page, may, publicRole, sees } = members;
  const refusal = ({ allowed, because }: (typeof may)["edit"]) => (allowed ? null : wholeReason(because, t));
  const item = view && workspaceItem(view, t);
  const columns = shownColumns(mine.columns, sees);
  const acts = may.edit.allowed || may.remove.allowed;
  const asleep = view?.authorizationType === "PRIVATE";
  return (
    <WorkspaceActions workspaces={item ? [item] : []}>
      <MembersArea
        place={{ id, slug, name, publicRole, explains: sees }}
        refusals={{ edit: refusal(may.edit), remove: refusal(may.remove) }}
        page={data}
      >
        <LiveRefresh topics={["members", "workspaces", "roles", "accounts"]} />
        <PageHeader title={t("members.title")} subtitle={t("members.subtitle", { name, count: members.total })}>
          <AddButton />
        </PageHeader>
        {asleep ? (
          <NoticeBanner className="mb-4" tone="info" title={t("members.private.title")}>
            {t("members.private.text")}
          </NoticeBanner>
        ) : null}
        <MembersToolbar workspace={slug} filter={filter} members={members} columns={columns} />
        <Selecting total={page.total}>
          <MembersTable
            members={members}
            transferRefusal={acts && item ? (item.refusals.transfer ?? null) : undefined}
            columns={columns}
            acts={acts}
            view={JSON.stringify(filter)}
          />
        </Selecting>
        {data.length > 0 ? null : <NoMembers slug={slug} members={members} asleep={asleep} />}
        <Pagination
          summary={data.length > 0 ? rangeText(page, data.length, t) : null}
          previous={page.previousCursor}
          next={page.nextCursor}
        />
      </MembersArea>
    </WorkspaceActions>
  );
});

/** A role may show the members of a workspace and nothing of the workspace itself. */
function unlessForbidden(error: unknown): null {
  if (error instanceof AppError && error.code === "forbidden") return null;
  throw error;
}
