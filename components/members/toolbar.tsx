import { buttonStyle } from "#components/ui/button-style.ts";
import { ColumnMenu } from "#components/ui/column-menu.tsx";
import { FilterChip } from "#components/ui/filter-chip.tsx";
import { SearchInput } from "#components/ui/search-input.tsx";
import { TOOLBAR } from "#components/workspaces/list/toolbar-style.ts";
import { getT } from "#lib/i18n/server.ts";
import { chooseColumns } from "#lib/me/actions.ts";
import { MEMBER_KINDS, MEMBER_STATES, type MemberFilter, type MemberPage } from "#lib/members/schema.ts";
import { columnsFor, type Column } from "./columns.ts";
import { RoleFilter } from "./role-filter.tsx";

type Props = { workspace: string; filter: MemberFilter; members: MemberPage; columns: readonly Column[] };

/** What narrows the list, all of it in the URL; at the right, what is shown of it and what one takes away. */
export async function MembersToolbar({ workspace, filter, members: { sees, roleNames }, columns }: Props) {
  const t = await getT();
  return (
    <div data-print="none" className={TOOLBAR.whole}>
      <div className={TOOLBAR.filters}>
        <SearchInput label={t(sees ? "members.searchPrivate" : "members.search")} />
        <RoleFilter workspace={workspace} asked={filter.role} names={roleNames} />
        <FilterChip
          param="kind"
          label={t("members.fields.kind")}
          options={MEMBER_KINDS.map((value) => ({ value, label: t(`members.kinds.${value}`) }))}
        />
        <FilterChip
          param="state"
          label={t("members.fields.state")}
          options={MEMBER_STATES.map((value) => ({ value, label: t(`members.states.${value}`) }))}
        />
      </div>
      <div className={TOOLBAR.aside}>
        <ColumnMenu
          table="members"
          columns={columnsFor(sees).map((column) => ({ id: column, label: t(`members.fields.${column}`) }))}
          shown={columns}
          choose={chooseColumns}
        />
        <a href={exportAddress(workspace, filter)} className={buttonStyle("secondary")}>
          {t("members.csv")}
        </a>
      </div>
    </div>
  );
}

/** All pages of what is filtered, in its order. */
function exportAddress(workspace: string, { limit: _limit, cursor: _cursor, ...filter }: MemberFilter): string {
  const asked = Object.entries(filter).filter(([, value]) => value.length > 0);
  const query = new URLSearchParams(asked.map(([name, value]) => [name, String(value)]));
  return `/api/v1/workspaces/${encodeURIComponent(workspace)}/members/export?${query}`;
}
