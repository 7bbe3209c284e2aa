import type { Metadata } from "next";
import { ActorChip } from "#components/audit/actor-chip.tsx";
import { AuditTable } from "#components/audit/audit-table.tsx";
import { NoEntries } from "#components/audit/no-entries.tsx";
import { consolePage } from "#components/shell/console-page.tsx";
import { PageHeader, Toolbar } from "#components/shell/page-header.tsx";
import { FilterChip } from "#components/ui/filter-chip.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { SearchInput } from "#components/ui/search-input.tsx";
import { rangeText } from "#components/workspaces/list/range.ts";
import { listAudit } from "#lib/audit/queries.ts";
import { auditFilter, OUTCOMES } from "#lib/audit/schema.ts";
import { load } from "#lib/entry/page.ts";
import { getT } from "#lib/i18n/server.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT())("audit.title") };
}

export default consolePage<"/account/audit">(async ({ searchParams }) => {
  const filter = auditFilter.catch(auditFilter.parse({})).parse(await searchParams);
  const [{ data, page, actor }, t] = await Promise.all([load(listAudit, filter), getT()]);
  const outcomes = OUTCOMES.map((value) => ({ value, label: t(`audit.outcome.${value}`) }));
  return (
    <>
      <PageHeader title={t("audit.title")} subtitle={t("audit.subtitle")} />
      <Toolbar>
        <SearchInput label={t("audit.search")} />
        <FilterChip param="outcome" label={t("audit.fields.outcome")} options={outcomes} />
        {actor ? <ActorChip name={actor.name ?? actor.id} filter={filter} /> : null}
      </Toolbar>
      {data.length > 0 ? <AuditTable entries={data} /> : <NoEntries />}
      <Pagination summary={rangeText(page, data.length, t)} previous={page.previousCursor} next={page.nextCursor} />
    </>
  );
});
