import type { Metadata } from "next";
import { RosterPage } from "#components/rosters/roster-page.tsx";
import { consolePage } from "#components/shell/console-page.tsx";
import { listGroupMembers, showGroup } from "#lib/groups/queries.ts";
import { load } from "#lib/entry/page.ts";
import { getT } from "#lib/i18n/server.ts";
import { peopleFilter } from "#lib/rosters/schema.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT())("rosters.groups.title") };
}

export default consolePage<"/account/groups/[group]">(async ({ params, searchParams }) => {
  const { group: id } = await params;
  const filter = peopleFilter.catch(peopleFilter.parse({})).parse(await searchParams);
  const [group, { data, page }] = await Promise.all([
    load(showGroup, { id }),
    load(listGroupMembers, { id, ...filter }),
  ]);
  return <RosterPage set="groups" roster={group} people={data} page={page} filter={filter} />;
});
