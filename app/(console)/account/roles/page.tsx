import type { Metadata } from "next";
import { RolesPage } from "#components/roles/roles-page.tsx";
import { consolePage } from "#components/shell/console-page.tsx";
import { load } from "#lib/entry/page.ts";
import { getT } from "#lib/i18n/server.ts";
import { roleSearch } from "#lib/roles/schema.ts";
import { listTenantRoles } from "#lib/roles/queries.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT())("roles.titleTenant") };
}

export default consolePage<"/account/roles">(async ({ searchParams }) => {
  const { search } = roleSearch.parse(await searchParams);
  const [{ data }, t] = await Promise.all([load(listTenantRoles), getT()]);
  return (
    <RolesPage
      place={null}
      roles={data}
      refusal={null}
      mine={null}
      search={search}
      subtitle={t("roles.subtitleTenant")}
    />
  );
});
