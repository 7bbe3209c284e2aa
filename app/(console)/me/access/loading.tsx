import { PageHeader } from "#components/shell/page-header.tsx";
import { TableSkeleton } from "#components/ui/skeleton.tsx";
import { getT } from "#lib/i18n/server.ts";

export default async function MyAccessLoading() {
  const t = await getT();
  return (
    <>
      <PageHeader title={t("me.access.title")} subtitle={t("me.access.subtitle")} />
      <div className="mb-3 h-8.5" />
      <TableSkeleton label={t("me.access.loading")} />
    </>
  );
}
