import type { Metadata } from "next";
import { MyAccessPage } from "#components/my-access/my-access-page.tsx";
import { consolePage } from "#components/shell/console-page.tsx";
import { currentCaller } from "#lib/auth/current.ts";
import { load } from "#lib/entry/page.ts";
import { getT } from "#lib/i18n/server.ts";
import { myAccess } from "#lib/me/queries.ts";
import { accessFilter } from "#lib/me/schema.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT())("me.access.title") };
}

export default consolePage<"/me/access">(async ({ searchParams }) => {
  const filter = accessFilter.catch(accessFilter.parse({})).parse(await searchParams);
  const { data, page } = await load(myAccess, filter);
  const caller = await currentCaller();
  return caller ? <MyAccessPage caller={caller} rows={data} page={page} filter={filter} /> : null;
});
