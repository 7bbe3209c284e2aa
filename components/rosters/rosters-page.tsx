import { LiveRefresh } from "#components/shell/live-refresh.tsx";
import { PageHeader, Toolbar } from "#components/shell/page-header.tsx";
import { FilterChip } from "#components/ui/filter-chip.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { SearchInput } from "#components/ui/search-input.tsx";
import { rangeText } from "#components/workspaces/list/range.ts";
import { getT } from "#lib/i18n/server.ts";
import { ROSTER_STATUSES, type RosterFilter, type RosterView } from "#lib/rosters/schema.ts";
import { CreateRosterButton } from "./create-button.tsx";
import { NoRosters } from "./no-rosters.tsx";
import { RostersTable } from "./rosters-table.tsx";
import type { RosterSet } from "./sets.ts";

type Page = { from: number; total: number | null; nextCursor: string | null; previousCursor: string | null };
type Props = { set: RosterSet; rosters: readonly RosterView[]; page: Page; filter: RosterFilter };

/** The list of groups, or of agencies. */
export async function RostersPage({ set, rosters, page, filter }: Props) {
  const t = await getT();
  const statuses = ROSTER_STATUSES.map((value) => ({ value, label: t(`rosters.status.${value}`) }));
  return (
    <>
      <LiveRefresh topics={[set, "accounts"]} />
      <PageHeader title={t(`rosters.${set}.title`)} subtitle={t(`rosters.${set}.subtitle`)}>
        <CreateRosterButton set={set} />
      </PageHeader>
      <Toolbar>
        <SearchInput label={t("rosters.search")} />
        <FilterChip param="status" label={t("rosters.fields.status")} options={statuses} />
      </Toolbar>
      {rosters.length > 0 ? (
        <RostersTable set={set} rosters={rosters} view={JSON.stringify(filter)} />
      ) : (
        <NoRosters set={set} filter={filter} />
      )}
      <Pagination
        summary={rosters.length > 0 ? rangeText(page, rosters.length, t) : null}
        previous={page.previousCursor}
        next={page.nextCursor}
      />
    </>
  );
}
