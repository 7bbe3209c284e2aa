import { PageHeader } from "#components/shell/page-header.tsx";
import { Skeleton, TableSkeleton } from "#components/ui/skeleton.tsx";
import { getT } from "#lib/i18n/server.ts";

export default async function MembersLoading() {
  const t = await getT();
  return (
    <>
      <PageHeader title={t("members.title")} subtitle={<Skeleton className="my-1 h-3 w-60" />}>
        <Skeleton className="h-8.5 w-31 rounded-lg" />
      </PageHeader>
      <div className="mb-3 h-8.5 max-md:h-29.5" />
      <TableSkeleton label={t("members.loading")} />
    </>
  );
}
