import { Link } from "#components/ui/link.tsx";
import { getT } from "#lib/i18n/server.ts";
import type { WorkspaceDetails, WorkspaceView } from "#lib/workspaces/schema.ts";
import type { WorkspaceItem } from "./item.ts";
import { MyAccess } from "./my-access.tsx";
import { Basics } from "./overview-basics.tsx";
import { Card } from "./overview-card.tsx";
import { LogCard } from "./overview-log.tsx";
import { MembersCard } from "./overview-members.tsx";

type Props = {
  view: WorkspaceView;
  item: WorkspaceItem;
  details: WorkspaceDetails;
  /** Where its whole log is, for who may open that. */
  wholeLog?: string;
};

/** A workspace: its basic information, who is in it, what was done lately, and what the reader is in it. */
export async function Overview({ view, item, details: { members, log, made }, wholeLog }: Props) {
  const t = await getT();
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 xl:grid-cols-[minmax(0,1fr)_360px] xl:grid-rows-[auto_1fr] min-[112rem]:grid-cols-[repeat(2,minmax(0,1fr))_400px] min-[112rem]:grid-rows-1">
      <Basics view={view} item={item} made={made} />
      <div className="grid min-w-0 gap-5 xl:col-start-2 xl:row-span-2 xl:row-start-1 min-[112rem]:col-start-3 min-[112rem]:row-span-1">
        <Card
          title={t("workspaces.overview.access")}
          aside={
            <Link
              href={`/w/${encodeURIComponent(view.slug)}/access`}
              prefetch={false}
              className="min-h-6 text-sm text-accent hover:underline"
            >
              {t("me.access.why")}
            </Link>
          }
        >
          <MyAccess view={view} />
        </Card>
        {members ? <MembersCard view={view} members={members} /> : null}
      </div>
      {log ? <LogCard log={log} all={wholeLog} /> : null}
    </div>
  );
}
