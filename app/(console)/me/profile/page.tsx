import type { Metadata } from "next";
import { Link } from "#components/ui/link.tsx";
import { Panel } from "#components/me/panel.tsx";
import { PasswordForm } from "#components/me/password-form.tsx";
import { ProfileForm } from "#components/me/profile-form.tsx";
import { consolePage } from "#components/shell/console-page.tsx";
import { PageHeader } from "#components/shell/page-header.tsx";
import { buttonStyle } from "#components/ui/button-style.ts";
import { load } from "#lib/entry/page.ts";
import { getT } from "#lib/i18n/server.ts";
import { myProfile } from "#lib/me/queries.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT())("shell.profile") };
}

export default consolePage<"/me/profile">(async () => {
  const [profile, t] = await Promise.all([load(myProfile), getT()]);
  return (
    <>
      <PageHeader title={t("shell.profile")} subtitle={profile.email}>
        <Link href="/me/sessions" className={buttonStyle("secondary")}>
          {t("me.sessions.title")}
        </Link>
      </PageHeader>
      <div className="grid max-w-180 gap-4">
        <Panel title={t("me.profile.title")}>
          <ProfileForm profile={profile} />
        </Panel>
        <Panel title={t("auth.password")} text={t("me.password.text")}>
          <PasswordForm email={profile.email ?? ""} />
        </Panel>
      </div>
    </>
  );
});
