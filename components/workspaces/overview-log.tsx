import { Link } from "#components/ui/link.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { StatusDot } from "#components/ui/status-dot.tsx";
import { eventText } from "#lib/audit/words.ts";
import { getT } from "#lib/i18n/server.ts";
import type { WorkspaceDetails } from "#lib/workspaces/schema.ts";
import { Card } from "./overview-card.tsx";

type Props = {
  log: NonNullable<WorkspaceDetails["log"]>;
  /** The whole log of it, for who may open that page. */
  all?: string;
};

/** What was done here lately, newest first; only the reader's own where the log of others is not for them. */
export async function LogCard({ log: { data, everybody }, all }: Props) {
  const t = await getT();
  return (
    <Card
      className="min-[112rem]:col-start-2 min-[112rem]:row-start-1"
      title={t("workspaces.overview.log")}
      aside={
        all ? (
          <Link href={all} className="min-h-6 text-sm text-accent hover:underline">
            {t("workspaces.overview.wholeLog")}
          </Link>
        ) : everybody ? null : (
          <span className="text-sm text-muted">{t("workspaces.overview.ownLog")}</span>
        )
      }
    >
      {data.length === 0 ? (
        <p className="text-muted">{t(everybody ? "workspaces.overview.noLog" : "workspaces.overview.noOwnLog")}</p>
      ) : null}
      <ol>
        {data.map(({ id, event, actor, actingAs, at, outcome }) => (
          <li
            key={id}
            className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 border-t border-border py-2 first:border-t-0"
          >
            <span className="flex min-w-0 flex-wrap items-baseline gap-x-2">
              <span className="wrap-anywhere">{eventText(t, event)}</span>
              {outcome === "REFUSED" ? <StatusDot tone="danger">{t("audit.outcome.REFUSED")}</StatusDot> : null}
            </span>
            <span className="text-right text-sm whitespace-nowrap text-muted">
              <RelativeTime at={at} />
            </span>
            <span className="col-span-2 truncate text-sm text-muted">
              {[
                actor?.name ?? t("audit.nobody"),
                actingAs && t("shell.acting.as", { name: actingAs.name ?? actingAs.id }),
              ]
                .filter(Boolean)
                .join(" · ")}
            </span>
          </li>
        ))}
      </ol>
    </Card>
  );
}
