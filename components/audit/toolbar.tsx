import { Toolbar } from "#components/shell/page-header.tsx";
import { FilterChip } from "#components/ui/filter-chip.tsx";
import { SearchInput } from "#components/ui/search-input.tsx";
import { OUTCOMES, type AuditFilter } from "#lib/audit/schema.ts";
import { eventText } from "#lib/audit/words.ts";
import { getT } from "#lib/i18n/server.ts";
import { ActorFilter, EventFilter, WorkspaceFilter } from "./filters.tsx";
import { ObjectChip } from "./object-chip.tsx";
import { TimeFilter } from "./time-filter.tsx";

/** What narrows the log; all of it stands in the URL. `names`: what the ids there are called. */
export async function AuditToolbar({ filter, names }: { filter: AuditFilter; names: ReadonlyMap<string, string> }) {
  const t = await getT();
  const { range, from, to, object } = filter;
  const called = (ids: readonly string[]) => ids.map((id) => ({ value: id, label: names.get(id) ?? id }));
  return (
    <Toolbar>
      <SearchInput label={t("audit.search")} />
      <TimeFilter key={`${range} ${from} ${to}`} given={{ range, from, to }} />
      <EventFilter
        label={t("audit.fields.event")}
        known={filter.event.map((event) => ({ value: event, label: eventText(t, event) }))}
      />
      <ActorFilter label={t("audit.fields.who")} known={called(filter.actor)} />
      <WorkspaceFilter label={t("audit.fields.workspace")} known={called(filter.workspace)} />
      <FilterChip
        param="outcome"
        label={t("audit.fields.outcome")}
        options={OUTCOMES.map((value) => ({ value, label: t(`audit.outcome.${value}`) }))}
      />
      {object ? <ObjectChip label={t("audit.fields.on")} id={object} name={names.get(object) ?? null} /> : null}
    </Toolbar>
  );
}
