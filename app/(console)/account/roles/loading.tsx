import { PageHeader } from "#components/shell/page-header.tsx";
import { TableSkeleton } from "#components/ui/skeleton.tsx";
import { getT } from "#lib/i18n/server.ts";

export default async function AccountRolesLoading() {
  const t = await getT();
  return (
    <>
      <PageHeader title={t("roles.titleTenant")} subtitle={t("roles.subtitleTenant")} />
      <TableSkeleton label={t("roles.loading")} />
    </>
  );
}
