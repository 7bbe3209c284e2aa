import type { Metadata } from "next";
import { NewUserDialog } from "#components/accounts/new-user-dialog.tsx";
import { NoUsers } from "#components/accounts/no-users.tsx";
import { UsersTable } from "#components/accounts/users-table.tsx";
import { consolePage } from "#components/shell/console-page.tsx";
import { PageHeader, Toolbar } from "#components/shell/page-header.tsx";
import { FilterChip } from "#components/ui/filter-chip.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { SearchInput } from "#components/ui/search-input.tsx";
import { rangeText } from "#components/workspaces/list/range.ts";
import { listUsers } from "#lib/accounts/queries.ts";
import { USER_STATUSES, userFilter } from "#lib/accounts/schema.ts";
import { load } from "#lib/entry/page.ts";
import { getT } from "#lib/i18n/server.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT())("accounts.users.title") };
}

export default consolePage<"/account/users">(async ({ searchParams }) => {
  const filter = userFilter.catch(userFilter.parse({})).parse(await searchParams);
  const [{ data, page }, t] = await Promise.all([load(listUsers, filter), getT()]);
  const statuses = USER_STATUSES.map((value) => ({ value, label: t(`accounts.status.${value}`) }));
  return (
    <>
      <PageHeader title={t("accounts.users.title")} subtitle={t("accounts.users.subtitle")}>
        <NewUserDialog />
      </PageHeader>
      <Toolbar>
        <SearchInput label={t("accounts.users.search")} />
        <FilterChip param="status" label={t("accounts.fields.status")} options={statuses} />
      </Toolbar>
      {data.length > 0 ? <UsersTable users={data} /> : <NoUsers />}
      <Pagination summary={rangeText(page, data.length, t)} previous={page.previousCursor} next={page.nextCursor} />
    </>
  );
});
