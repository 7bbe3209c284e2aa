import type { Metadata } from "next";
import { InviteDialog } from "#components/accounts/invite/invite-dialog.tsx";
import { NewUserDialog } from "#components/accounts/new-user-dialog.tsx";
import { NoUsers } from "#components/accounts/no-users.tsx";
import { UserDialogs } from "#components/accounts/user-dialogs.tsx";
import { UserDrawer } from "#components/accounts/user-drawer.tsx";
import { UsersTable } from "#components/accounts/users-table.tsx";
import { UsersToolbar } from "#components/accounts/users-toolbar.tsx";
import { consolePage } from "#components/shell/console-page.tsx";
import { LiveRefresh } from "#components/shell/live-refresh.tsx";
import { PageHeader } from "#components/shell/page-header.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { rangeText } from "#components/workspaces/list/range.ts";
import { listUsers } from "#lib/accounts/queries.ts";
import { userFilter } from "#lib/accounts/schema.ts";
import { load } from "#lib/entry/page.ts";
import { getT } from "#lib/i18n/server.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT())("accounts.users.title") };
}

export default consolePage<"/account/users">(async ({ searchParams }) => {
  const filter = userFilter.catch(userFilter.parse({})).parse(await searchParams);
  const [{ data, page }, t] = await Promise.all([load(listUsers, filter), getT()]);
  return (
    <UserDialogs>
      <LiveRefresh topics={["accounts", "administrators", "workspaces"]} />
      <PageHeader title={t("accounts.users.title")} subtitle={t("accounts.users.subtitle")}>
        <InviteDialog />
        <NewUserDialog />
      </PageHeader>
      <UsersToolbar />
      {data.length > 0 ? <UsersTable users={data} view={JSON.stringify(filter)} /> : <NoUsers />}
      <Pagination summary={rangeText(page, data.length, t)} previous={page.previousCursor} next={page.nextCursor} />
      <UserDrawer />
    </UserDialogs>
  );
});
