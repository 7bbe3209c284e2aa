import type { Metadata } from "next";
import { RostersPage } from "#components/rosters/rosters-page.tsx";
import { consolePage } from "#components/shell/console-page.tsx";
import { listGroups } from "#lib/groups/queries.ts";
import { load } from "#lib/entry/page.ts";
import { getT } from "#lib/i18n/server.ts";
import { rosterFilter } from "#lib/rosters/schema.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT())("rosters.groups.title") };
}

export default consolePage<"/account/groups">(async ({ searchParams }) => {
  const filter = rosterFilter.catch(rosterFilter.parse({})).parse(await searchParams);
  const { data, page } = await load(listGroups, filter);
  return <RostersPage set="groups" rosters={data} page={page} filter={filter} />;
});
