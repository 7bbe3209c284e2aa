import { PageHeader } from "#components/shell/page-header.tsx";
import { Skeleton, TableSkeleton } from "#components/ui/skeleton.tsx";
import { getT } from "#lib/i18n/server.ts";

/** As tall as what comes: the header with its button, and the filters, in three lines on narrow screens. */
export default async function AuditLoading() {
  const t = await getT();
  return (
    <>
      <PageHeader title={t("audit.title")} subtitle={t("audit.subtitle")}>
        <Skeleton className="h-8.5 w-29.5 rounded-lg" />
      </PageHeader>
      <div className="mb-3 h-8.5 max-md:h-29.5" />
      <TableSkeleton label={t("audit.loading")} />
    </>
  );
}
