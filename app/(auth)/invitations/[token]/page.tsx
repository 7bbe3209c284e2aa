import type { Metadata } from "next";
import { ChoosePasswordForm } from "#components/auth/choose-password-form.tsx";
import { LinkEnded } from "#components/auth/link-ended.tsx";
import { AuthCard } from "#components/shell/auth-card.tsx";
import { showLink } from "#lib/accounts/queries.ts";
import { load } from "#lib/entry/page.ts";
import { getT } from "#lib/i18n/server.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT())("auth.invitation.metaTitle") };
}

export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const [link, t] = await Promise.all([load(showLink, { token: token.slice(0, 200) }), getT()]);
  if (!link || link.purpose === "SETUP") return <LinkEnded kind="invitation" />;
  const { purpose, name, email, tenantName } = link;
  const who = { name: name ?? "", email: email ?? "", tenant: tenantName ?? "" };
  const invited = purpose === "INVITATION";
  return (
    <AuthCard
      brand={t("app.name")}
      title={t(invited ? "auth.invitation.welcome" : "auth.invitation.reset", who)}
      subtitle={t(invited ? "auth.invitation.welcomeText" : "auth.invitation.resetText", who)}
    >
      <ChoosePasswordForm token={token} email={who.email} />
    </AuthCard>
  );
}
