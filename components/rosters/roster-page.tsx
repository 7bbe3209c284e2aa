import { ChevronLeft, SearchX, Users } from "lucide-react";
import { Link } from "#components/ui/link.tsx";
import { LiveRefresh } from "#components/shell/live-refresh.tsx";
import { PageHeader } from "#components/shell/page-header.tsx";
import { buttonStyle } from "#components/ui/button-style.ts";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { EmptyState } from "#components/ui/states.tsx";
import { StatusDot } from "#components/ui/status-dot.tsx";
import { rangeText } from "#components/workspaces/list/range.ts";
import { getT } from "#lib/i18n/server.ts";
import type { T } from "#lib/i18n/translator.ts";
import type { PeopleFilter, RosterPerson, RosterView } from "#lib/rosters/schema.ts";
import { countText } from "./count-text.ts";
import { PeopleTable } from "./people-table.tsx";
import { RosterActions } from "./roster-actions.tsx";
import { pathOf, type RosterSet } from "./sets.ts";

type Page = { from: number; total: number | null; nextCursor: string | null; previousCursor: string | null };
type Props = {
  set: RosterSet;
  roster: RosterView;
  people: readonly RosterPerson[];
  page: Page;
  filter: PeopleFilter;
};

/** One group or agency: what it is, and who is in it. */
export async function RosterPage({ set, roster, people, page, filter }: Props) {
  const t = await getT();
  const narrowed = filter.search !== "" || filter.cursor !== undefined;
  return (
    <>
      <LiveRefresh topics={[set, "accounts"]} />
      <Link
        href={pathOf(set)}
        className="mb-1 -ml-1 inline-flex min-h-6 items-center gap-1 rounded-md text-sm text-muted hover:text-text"
      >
        <ChevronLeft size={14} aria-hidden />
        {t(`rosters.${set}.title`)}
      </Link>
      <PageHeader title={roster.name} subtitle={roster.description || undefined}>
        <RosterActions set={set} roster={roster} />
      </PageHeader>
      <Facts set={set} roster={roster} t={t} />
      <PeopleTable
        set={set}
        roster={roster}
        people={people}
        view={JSON.stringify(filter)}
        nobody={<Nobody set={set} roster={roster} narrowed={narrowed} t={t} />}
      />
      <Pagination
        summary={people.length > 0 ? rangeText(page, people.length, t) : null}
        previous={page.previousCursor}
        next={page.nextCursor}
      />
    </>
  );
}

/** Because of what was asked for, because the page ended meanwhile, or because there is nobody at all. */
function Nobody({ set, roster, narrowed, t }: { set: RosterSet; roster: RosterView; narrowed: boolean; t: T }) {
  if (!narrowed) {
    return (
      <EmptyState icon={<Users size={20} />} title={t(`rosters.${set}.nobody`)}>
        {t(`rosters.${set}.nobodyText`)}
      </EmptyState>
    );
  }
  const everybody = (
    <Link href={pathOf(set, roster.id)} className={buttonStyle("secondary")}>
      {t("rosters.showEverybody")}
    </Link>
  );
  return (
    <EmptyState icon={<SearchX size={20} />} title={t("rosters.nobodyMatches")} action={everybody}>
      {t("rosters.nobodyMatchesText")}
    </EmptyState>
  );
}

function Facts({ set, roster, t }: { set: RosterSet; roster: RosterView; t: T }) {
  const facts = [
    {
      name: t("rosters.fields.status"),
      value: (
        <StatusDot tone={roster.status === "ACTIVE" ? "ok" : "off"}>{t(`rosters.status.${roster.status}`)}</StatusDot>
      ),
    },
    {
      name: t("rosters.fields.id"),
      value: (
        <span className="inline-flex items-center gap-1 font-mono text-sm">
          {roster.id}
          <CopyButton value={roster.id} name={t("rosters.idOf", { name: roster.name })} className="-my-1" />
        </span>
      ),
    },
    { name: t(`rosters.${set}.people`), value: countText(roster.people, t) },
    { name: t("rosters.fields.visibleWorkspaces"), value: countText(roster.workspaces, t) },
    { name: t("rosters.fields.created"), value: <RelativeTime at={roster.createdAt} /> },
  ];
  return (
    <dl className="mb-4.5 flex flex-wrap gap-x-10 gap-y-3 rounded-xl border border-border bg-surface px-4 py-3">
      {facts.map(({ name, value }) => (
        <div key={name}>
          <dt className="text-sm text-muted">{name}</dt>
          <dd className="num mt-0.5 min-h-5">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
