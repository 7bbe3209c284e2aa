import type { Metadata } from "next";
import { BuiltInRoles } from "#components/roles/built-in-roles.tsx";
import { RolesPage } from "#components/roles/roles-page.tsx";
import { consolePage } from "#components/shell/console-page.tsx";
import { wholeReason } from "#components/workspaces/item.ts";
import { load } from "#lib/entry/page.ts";
import { getT } from "#lib/i18n/server.ts";
import { roleSearch } from "#lib/roles/schema.ts";
import { listRoles } from "#lib/roles/queries.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT())("roles.title") };
}

export default consolePage<"/w/[workspace]/roles">(async ({ params, searchParams }) => {
  const workspace = decodeURIComponent((await params).workspace);
  const { search } = roleSearch.parse(await searchParams);
  const [{ data, may, mine }, t] = await Promise.all([load(listRoles, {}, { workspace }), getT()]);
  return (
    <RolesPage
      place={workspace}
      roles={data}
      refusal={may.allowed ? null : wholeReason(may.because, t)}
      mine={mine}
      search={search}
      subtitle={t("roles.subtitle")}
    >
      <BuiltInRoles roles={data.filter(({ kind }) => kind === "BUILT_IN")} />
    </RolesPage>
  );
});
