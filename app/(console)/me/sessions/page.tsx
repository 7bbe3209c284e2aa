import type { Metadata } from "next";
import { EndOthersButton } from "#components/me/end-others-button.tsx";
import { SessionsTable } from "#components/me/sessions-table.tsx";
import { inUnits } from "#components/settings/minutes.ts";
import { consolePage } from "#components/shell/console-page.tsx";
import { PageHeader } from "#components/shell/page-header.tsx";
import { load } from "#lib/entry/page.ts";
import { getT } from "#lib/i18n/server.ts";
import { mySessions } from "#lib/me/queries.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT())("me.sessions.title") };
}

export default consolePage<"/me/sessions">(async () => {
  const [{ data, sessionIdleMinutes, sessionLongestMinutes }, t] = await Promise.all([load(mySessions), getT()]);
  const length = (minutes: number) => t("tenants.settings.length", inUnits(minutes));
  const lengths = { idle: length(sessionIdleMinutes), longest: length(sessionLongestMinutes) };
  return (
    <>
      <PageHeader title={t("me.sessions.title")} subtitle={t("me.sessions.subtitle", lengths)}>
        {data.length > 1 ? <EndOthersButton /> : null}
      </PageHeader>
      <SessionsTable sessions={data} />
    </>
  );
});
