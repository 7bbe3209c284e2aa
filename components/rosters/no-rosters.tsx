import { SearchX, Users } from "lucide-react";
import { Link } from "#components/ui/link.tsx";
import { buttonStyle } from "#components/ui/button-style.ts";
import { EmptyState } from "#components/ui/states.tsx";
import { getT } from "#lib/i18n/server.ts";
import type { RosterFilter } from "#lib/rosters/schema.ts";
import { CreateRosterButton } from "./create-button.tsx";
import { pathOf, type RosterSet } from "./sets.ts";

/** No rows: because of what was asked for, because the page ended meanwhile, or because there is nothing at all. */
export async function NoRosters({ set, filter }: { set: RosterSet; filter: RosterFilter }) {
  const t = await getT();
  if (filter.search === "" && filter.status.length === 0 && !filter.cursor) {
    return (
      <EmptyState
        icon={<Users size={20} />}
        title={t(`rosters.${set}.empty`)}
        action={<CreateRosterButton set={set} />}
      >
        {t(`rosters.${set}.purpose`)}
      </EmptyState>
    );
  }
  const all = (
    <Link href={pathOf(set)} className={buttonStyle("secondary")}>
      {t(`rosters.${set}.showAll`)}
    </Link>
  );
  return (
    <EmptyState icon={<SearchX size={20} />} title={t(`rosters.${set}.noMatch`)} action={all}>
      {t("rosters.noMatch")}
    </EmptyState>
  );
}
