import type { Metadata } from "next";
import { EndOthersButton } from "#components/me/end-others-button.tsx";
import { SessionsTable } from "#components/me/sessions-table.tsx";
import { consolePage } from "#components/shell/console-page.tsx";
import { PageHeader } from "#components/shell/page-header.tsx";
import { load } from "#lib/entry/page.ts";
import { getT } from "#lib/i18n/server.ts";
import { mySessions } from "#lib/me/queries.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT())("me.sessions.title") };
}

export default consolePage<"/me/sessions">(async () => {
  const [{ data }, t] = await Promise.all([load(mySessions), getT()]);
  return (
    <>
      <PageHeader title={t("me.sessions.title")} subtitle={t("me.sessions.subtitle")}>
        {data.length > 1 ? <EndOthersButton /> : null}
      </PageHeader>
      <SessionsTable sessions={data} />
    </>
  );
});
