import type { Metadata } from "next";
import { RosterPage } from "#components/rosters/roster-page.tsx";
import { consolePage } from "#components/shell/console-page.tsx";
import { listAgencyActors, showAgency } from "#lib/agencies/queries.ts";
import { load } from "#lib/entry/page.ts";
import { getT } from "#lib/i18n/server.ts";
import { peopleFilter } from "#lib/rosters/schema.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT())("rosters.agencies.title") };
}

export default consolePage<"/account/agencies/[agency]">(async ({ params, searchParams }) => {
  const { agency: id } = await params;
  const filter = peopleFilter.catch(peopleFilter.parse({})).parse(await searchParams);
  const [agency, { data, page }] = await Promise.all([
    load(showAgency, { id }),
    load(listAgencyActors, { id, ...filter }),
  ]);
  return <RosterPage set="agencies" roster={agency} people={data} page={page} filter={filter} />;
});
