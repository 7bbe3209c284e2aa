import { PageHeader } from "#components/shell/page-header.tsx";
import { TableSkeleton } from "#components/ui/skeleton.tsx";
import { getT } from "#lib/i18n/server.ts";

export default async function EnterpriseProjectsLoading() {
  const t = await getT();
  return (
    <>
      <PageHeader title={t("enterpriseProjects.title")} subtitle={t("enterpriseProjects.subtitle")} />
      <TableSkeleton rows={4} label={t("enterpriseProjects.loading")} />
    </>
  );
}
