import type { Metadata } from "next";
import { queryOf } from "#components/audit/address.ts";
import { AuditTable } from "#components/audit/audit-table.tsx";
import { EntryDrawer } from "#components/audit/entry-drawer.tsx";
import { ExportMenu } from "#components/audit/export-menu.tsx";
import { HeldEntries } from "#components/audit/held-entries.tsx";
import { NoEntries } from "#components/audit/no-entries.tsx";
import { AuditToolbar } from "#components/audit/toolbar.tsx";
import { consolePage } from "#components/shell/console-page.tsx";
import { PageHeader } from "#components/shell/page-header.tsx";
import { NoticeBanner } from "#components/ui/notice-banner.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { rangeText } from "#components/workspaces/list/range.ts";
import { auditActors, listAudit } from "#lib/audit/queries.ts";
import { auditFilter } from "#lib/audit/schema.ts";
import { load } from "#lib/entry/page.ts";
import { getT } from "#lib/i18n/server.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT())("audit.title") };
}

/** Before everything, for a list that is empty. */
const NOTHING_YET = { at: "1970-01-01T00:00:00.000000Z", id: "aud-0000000000000000" };

export default consolePage<"/account/audit">(async ({ searchParams }) => {
  const filter = auditFilter.catch(auditFilter.parse({})).parse(await searchParams);
  const { actor, workspace, object } = filter;
  const asked = [...actor, ...workspace, ...(object ? [object] : [])];
  const [{ data, page, tooMany }, named, t] = await Promise.all([
    load(listAudit, filter),
    asked.length > 0 ? load(auditActors, { ids: asked }) : { data: [] },
    getT(),
  ]);
  const names = new Map(named.data.map(({ id, name }) => [id, name]));
  const query = queryOf(filter);
  const first = page.previousCursor === null;
  const { at, id } = data[0] ?? NOTHING_YET;
  return (
    <>
      <PageHeader title={t("audit.title")} subtitle={t("audit.subtitle")}>
        <ExportMenu query={query} />
      </PageHeader>
      <AuditToolbar filter={filter} names={names} />
      {tooMany ? <NoticeBanner className="mb-3">{t("audit.tooMany")}</NoticeBanner> : null}
      <HeldEntries view={JSON.stringify(filter)} seen={{ at, id }} query={query} first={first}>
        {data.length > 0 ? <AuditTable entries={data} /> : <NoEntries />}
      </HeldEntries>
      <EntryDrawer />
      <Pagination summary={rangeText(page, data.length, t)} previous={page.previousCursor} next={page.nextCursor} />
    </>
  );
});
