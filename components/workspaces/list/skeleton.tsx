import { PageHeader, Toolbar } from "#components/shell/page-header.tsx";
import { Skeleton, TableSkeleton } from "#components/ui/skeleton.tsx";
import { getT } from "#lib/i18n/server.ts";

/** The list before it is there, in its size. */
export async function WorkspacesSkeleton() {
  const t = await getT();
  return (
    <>
      <PageHeader title={t("workspaces.title")} subtitle={<Skeleton className="my-1 h-3 w-44" />}>
        <Skeleton className="h-8.5 w-36 rounded-lg" />
      </PageHeader>
      <Toolbar>
        <Skeleton className="h-8.5 rounded-lg max-md:w-full md:w-65" />
        <Skeleton className="h-8.5 w-17 rounded-lg" />
        <Skeleton className="h-8.5 w-15 rounded-lg" />
      </Toolbar>
      <TableSkeleton rows={10} label={t("workspaces.loading")} />
    </>
  );
}
