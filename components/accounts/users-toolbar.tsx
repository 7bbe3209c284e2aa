import { Toolbar } from "#components/shell/page-header.tsx";
import { FilterChip } from "#components/ui/filter-chip.tsx";
import { SearchInput } from "#components/ui/search-input.tsx";
import { HAS_FILTERS, STATUS_FILTERS, USER_KINDS } from "#lib/accounts/schema.ts";
import { getT } from "#lib/i18n/server.ts";

/** What narrows the list; all of it stands in the URL. */
export async function UsersToolbar() {
  const t = await getT();
  return (
    <Toolbar>
      <SearchInput label={t("accounts.users.search")} />
      <FilterChip
        param="status"
        label={t("accounts.fields.status")}
        options={STATUS_FILTERS.map((value) => ({ value, label: t(`accounts.status.${value}`) }))}
      />
      <FilterChip
        param="kind"
        label={t("accounts.fields.kind")}
        options={USER_KINDS.map((value) => ({ value, label: t(`accounts.kinds.${value}`) }))}
      />
      <FilterChip
        param="has"
        label={t("accounts.fields.has")}
        options={HAS_FILTERS.map((value) => ({ value, label: t(`accounts.has.${value}`) }))}
      />
    </Toolbar>
  );
}
