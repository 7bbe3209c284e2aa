import { PageHeader } from "#components/shell/page-header.tsx";
import { cx } from "#components/ui/cx.ts";
import { Skeleton, TableSkeleton } from "#components/ui/skeleton.tsx";
import { getT } from "#lib/i18n/server.ts";
import { TOOLBAR } from "./toolbar-style.ts";

/** The list before it is there, in its size. */
export async function WorkspacesSkeleton() {
  const t = await getT();
  return (
    <>
      <PageHeader title={t("workspaces.title")} subtitle={<Skeleton className="my-1 h-3 w-44" />}>
        <Skeleton className="h-8.5 w-36 rounded-lg" />
      </PageHeader>
      <div className={TOOLBAR.whole}>
        <div className={TOOLBAR.filters}>
          <Skeleton className="h-8.5 rounded-lg max-md:w-full md:w-65" />
          {["w-16", "w-13", "w-34", "w-16", "w-44"].map((width, index) => (
            <Skeleton key={index} className={cx("h-8.5 rounded-lg", width)} />
          ))}
        </div>
        <div className={TOOLBAR.aside}>
          <Skeleton className="h-8.5 w-22 rounded-lg" />
          <Skeleton className="h-8.5 w-15 rounded-lg" />
        </div>
      </div>
      <TableSkeleton rows={10} label={t("workspaces.loading")} />
    </>
  );
}
