import type { Metadata } from "next";
import { Panel } from "#components/me/panel.tsx";
import { LimitPanel } from "#components/settings/limit-panel.tsx";
import { SettingsForm } from "#components/settings/settings-form.tsx";
import { consolePage } from "#components/shell/console-page.tsx";
import { LiveRefresh } from "#components/shell/live-refresh.tsx";
import { PageHeader } from "#components/shell/page-header.tsx";
import { load } from "#lib/entry/page.ts";
import { getT } from "#lib/i18n/server.ts";
import { showSettings } from "#lib/tenants/queries.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT())("tenants.settings.title") };
}

export default consolePage<"/account/settings">(async () => {
  const [settings, t] = await Promise.all([load(showSettings), getT()]);
  return (
    <>
      <LiveRefresh topics={["tenants", "workspaces"]} />
      <PageHeader title={t("tenants.settings.title")} subtitle={settings.id} />
      <div className="grid max-w-180 gap-4">
        <Panel title={t("tenants.settings.general")} text={t("tenants.settings.generalText")}>
          <SettingsForm settings={settings} />
        </Panel>
        <LimitPanel settings={settings} />
      </div>
    </>
  );
});
