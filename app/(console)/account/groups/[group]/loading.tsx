import { PageHeader } from "#components/shell/page-header.tsx";
import { TableSkeleton } from "#components/ui/skeleton.tsx";
import { getT } from "#lib/i18n/server.ts";

export default async function GroupLoading() {
  const t = await getT();
  return (
    <>
      <PageHeader title={t("rosters.groups.title")} />
      <div className="mb-4.5 h-17 rounded-xl border border-border bg-surface" />
      <div className="mb-3 h-8.5" />
      <TableSkeleton label={t("rosters.loadingPeople")} />
    </>
  );
}
