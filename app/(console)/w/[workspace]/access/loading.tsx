import { PageHeader } from "#components/shell/page-header.tsx";
import { Skeleton, TableSkeleton } from "#components/ui/skeleton.tsx";
import { getT } from "#lib/i18n/server.ts";

export default async function AccessLoading() {
  const t = await getT();
  return (
    <>
      <PageHeader title={t("access.title")} subtitle={<Skeleton className="mt-1 h-3.5 w-64" />} />
      <div className="mb-5 h-28 rounded-xl border border-border bg-surface" />
      <TableSkeleton rows={12} label={t("access.loading")} />
    </>
  );
}
