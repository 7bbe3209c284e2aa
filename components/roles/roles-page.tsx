import { ShieldCheck, SearchX } from "lucide-react";
import { Link } from "#components/ui/link.tsx";
import type { ReactNode } from "react";
import { LiveRefresh } from "#components/shell/live-refresh.tsx";
import { PageHeader, Toolbar } from "#components/shell/page-header.tsx";
import { buttonStyle } from "#components/ui/button-style.ts";
import { SearchInput } from "#components/ui/search-input.tsx";
import { EmptyState } from "#components/ui/states.tsx";
import { fold } from "#lib/fold.ts";
import { getT } from "#lib/i18n/server.ts";
import type { RoleView, ShownRole } from "#lib/roles/schema.ts";
import { CreateRoleButton } from "./create-button.tsx";
import { CustomRolesTable } from "./custom-roles-table.tsx";
import type { Place } from "./place.ts";
import { RolesActions } from "./roles-actions.tsx";

/** From so many custom roles on there is something to search. */
const MANY = 8;

type Props = {
  place: Place;
  roles: readonly ShownRole[];
  /** Why the reader may not make and change roles here; null when they may. */
  refusal: string | null;
  mine: RoleView["grants"] | null;
  search: string;
  subtitle: string;
  /** Under the custom roles: the built-in ones. */
  children?: ReactNode;
};

/** The custom roles of a workspace, or of the account. */
export async function RolesPage({ place, roles, refusal, mine, search, subtitle, children }: Props) {
  const t = await getT();
  const custom = roles.filter(({ kind }) => kind !== "BUILT_IN");
  const wanted = fold(search.trim());
  const shown = custom.filter(({ name, description }) => fold(`${name}\n${description}`).includes(wanted));
  return (
    <RolesActions place={place} roles={roles} refusal={refusal} mine={mine}>
      <LiveRefresh topics={["roles", "members", "workspaces"]} />
      <PageHeader title={t(place === null ? "roles.titleTenant" : "roles.title")} subtitle={subtitle}>
        <CreateRoleButton />
      </PageHeader>
      <section aria-label={t("roles.custom.title")}>
        {custom.length > MANY || search !== "" ? (
          <Toolbar>
            <SearchInput label={t("roles.search")} />
          </Toolbar>
        ) : null}
        {shown.length > 0 ? (
          <CustomRolesTable place={place} roles={shown} view={search} />
        ) : (
          <None place={place} searching={search !== ""} />
        )}
      </section>
      {children}
    </RolesActions>
  );
}

async function None({ place, searching }: { place: Place; searching: boolean }) {
  const t = await getT();
  if (searching) {
    const all = (
      <Link href={place === null ? "/account/roles" : `/w/${place}/roles`} className={buttonStyle("secondary")}>
        {t("roles.custom.showAll")}
      </Link>
    );
    return (
      <EmptyState icon={<SearchX size={20} />} title={t("roles.custom.noMatch")} action={all}>
        {t("roles.custom.noMatchText")}
      </EmptyState>
    );
  }
  // In a workspace the built-in roles stand below, and are what people come for.
  if (place !== null) {
    return (
      <p className="rounded-xl border border-border bg-surface px-4 py-3.5 text-muted">
        <span className="font-medium text-text">{t("roles.custom.empty")}.</span> {t("roles.custom.purpose")}
      </p>
    );
  }
  return (
    <EmptyState icon={<ShieldCheck size={20} />} title={t("roles.custom.empty")} action={<CreateRoleButton />}>
      {t("roles.custom.purposeTenant")}
    </EmptyState>
  );
}
