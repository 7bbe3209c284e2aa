import type { Metadata } from "next";
import { permissionKey } from "#components/accounts/permission-key.ts";
import { AddDialog } from "#components/administrators/add-dialog.tsx";
import { AdministratorDialogs } from "#components/administrators/administrator-dialogs.tsx";
import { AdministratorsTable } from "#components/administrators/administrators-table.tsx";
import { NoAdministrators } from "#components/administrators/no-administrators.tsx";
import { consolePage } from "#components/shell/console-page.tsx";
import { LiveRefresh } from "#components/shell/live-refresh.tsx";
import { PageHeader, Toolbar } from "#components/shell/page-header.tsx";
import { FilterChip } from "#components/ui/filter-chip.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { SearchInput } from "#components/ui/search-input.tsx";
import { rangeText } from "#components/workspaces/list/range.ts";
import { listAdministrators } from "#lib/administrators/queries.ts";
import { GRANTABLE } from "#lib/administrators/rules.ts";
import { administratorFilter } from "#lib/administrators/schema.ts";
import { load } from "#lib/entry/page.ts";
import { getT } from "#lib/i18n/server.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT())("administrators.title") };
}

export default consolePage<"/account/administrators">(async ({ searchParams }) => {
  const filter = administratorFilter.catch(administratorFilter.parse({})).parse(await searchParams);
  const [{ data, page, mayGrant }, t] = await Promise.all([load(listAdministrators, filter), getT()]);
  return (
    <AdministratorDialogs>
      <LiveRefresh topics={["accounts", "administrators"]} />
      <PageHeader title={t("administrators.title")} subtitle={t("administrators.subtitle")}>
        {mayGrant ? <AddDialog /> : null}
      </PageHeader>
      <Toolbar>
        <SearchInput label={t("administrators.search")} />
        <FilterChip
          param="permission"
          label={t("administrators.filter")}
          options={GRANTABLE.map((value) => ({ value, label: t(permissionKey(value)) }))}
        />
      </Toolbar>
      {data.length > 0 ? (
        <AdministratorsTable administrators={data} mayGrant={mayGrant} view={JSON.stringify(filter)} />
      ) : (
        <NoAdministrators />
      )}
      <Pagination summary={rangeText(page, data.length, t)} previous={page.previousCursor} next={page.nextCursor} />
    </AdministratorDialogs>
  );
});
