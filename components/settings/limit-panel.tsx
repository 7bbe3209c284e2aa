import { Panel } from "#components/me/panel.tsx";
import { NoticeBanner } from "#components/ui/notice-banner.tsx";
import { getT } from "#lib/i18n/server.ts";
import type { AccountSettings } from "#lib/tenants/schema.ts";
import { LimitForm } from "./limit-form.tsx";

/** What links from the notice at the limit lead to: `/account/settings#workspace-limit`. */
export async function LimitPanel({ settings }: { settings: AccountSettings }) {
  const t = await getT();
  const { workspaceLimit: limit, workspaceCount: count, superAdminName: name } = settings;
  return (
    <div
      id="workspace-limit"
      className="scroll-mt-18 rounded-xl target:outline-2 target:outline-offset-2 target:outline-ring"
    >
      <Panel title={t("tenants.settings.limitTitle")} text={t("tenants.settings.limitText")}>
        {settings.mayChangeLimit ? (
          <LimitForm settings={settings} />
        ) : (
          <div className="grid max-w-110 gap-3">
            <p className="num">
              {count === null
                ? t("tenants.settings.limitIs", { limit })
                : t("tenants.settings.limitUsed", { limit, count })}
            </p>
            <NoticeBanner>{t("tenants.settings.limitAsk", { name })}</NoticeBanner>
          </div>
        )}
      </Panel>
    </div>
  );
}
