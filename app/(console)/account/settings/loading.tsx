import { PageHeader } from "#components/shell/page-header.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { getT } from "#lib/i18n/server.ts";

export default async function SettingsLoading() {
  const t = await getT();
  return (
    <>
      <PageHeader title={t("tenants.settings.title")} subtitle={<Skeleton className="my-1 h-3.5 w-40" />} />
      <div role="status" aria-label={t("tenants.settings.loading")} className="grid max-w-180 gap-4">
        <Skeleton className="h-98 rounded-xl" />
        <Skeleton className="h-56 rounded-xl" />
      </div>
    </>
  );
}
