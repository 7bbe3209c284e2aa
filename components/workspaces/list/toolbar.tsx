import { buttonStyle } from "#components/ui/button-style.ts";
import { ColumnMenu } from "#components/ui/column-menu.tsx";
import { FilterCheckbox } from "#components/ui/filter-checkbox.tsx";
import { FilterChip } from "#components/ui/filter-chip.tsx";
import { SearchInput } from "#components/ui/search-input.tsx";
import { getT } from "#lib/i18n/server.ts";
import { chooseColumns } from "#lib/me/actions.ts";
import { AUTHORIZATION_TYPES, STATUSES, type WorkspaceFilter } from "#lib/workspaces/schema.ts";
import { COLUMNS, type Column } from "./columns.ts";
import { type Chosen, IdFilterChip } from "./id-filter-chip.tsx";
import { TOOLBAR } from "./toolbar-style.ts";

type Props = { filter: WorkspaceFilter; chosen: Chosen; columns: readonly Column[] };

/** What narrows the list, all of it in the URL; at the right, what is shown of it and what one takes away. */
export async function WorkspacesToolbar({ filter, chosen, columns }: Props) {
  const t = await getT();
  return (
    <div data-print="none" className={TOOLBAR.whole}>
      <div className={TOOLBAR.filters}>
        <SearchInput label={t("workspaces.search")} />
        <FilterChip
          param="status"
          label={t("workspaces.fields.status")}
          options={STATUSES.map((value) => ({ value, label: t(`workspaces.status.${value}`) }))}
        />
        <FilterChip
          param="authorizationType"
          label={t("workspaces.fields.type")}
          options={AUTHORIZATION_TYPES.map((value) => ({ value, label: value }))}
        />
        <IdFilterChip of="enterpriseProject" known={chosen.enterpriseProject} />
        <IdFilterChip of="owner" known={chosen.owner} />
        <FilterCheckbox param="accessible" label={t("workspaces.accessible")} on={filter.accessible} />
      </div>
      <div className={TOOLBAR.aside}>
        <ColumnMenu
          table="workspaces"
          columns={COLUMNS.map((column) => ({ id: column, label: t(`workspaces.fields.${column}`) }))}
          shown={columns}
          choose={chooseColumns}
        />
        <a href={exportAddress(filter)} className={buttonStyle("secondary")}>
          {t("workspaces.csv")}
        </a>
      </div>
    </div>
  );
}

/** All pages of what is filtered, in its order. */
function exportAddress({ limit: _limit, cursor: _cursor, ...filter }: WorkspaceFilter): string {
  const asked = Object.entries(filter).filter(([, value]) => value !== false && value !== "" && String(value) !== "");
  return `/api/v1/workspace-export?${new URLSearchParams(asked.map(([name, value]) => [name, String(value)]))}`;
}
