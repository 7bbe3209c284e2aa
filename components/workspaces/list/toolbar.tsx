import { FilterChip } from "#components/ui/filter-chip.tsx";
import { SearchInput } from "#components/ui/search-input.tsx";
import { Toolbar } from "#components/shell/page-header.tsx";
import { getT } from "#lib/i18n/server.ts";
import { AUTHORIZATION_TYPES, STATUSES } from "#lib/workspaces/schema.ts";

/** What narrows the list; all of it stands in the URL. */
export async function WorkspacesToolbar() {
  const t = await getT();
  return (
    <Toolbar>
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
    </Toolbar>
  );
}
