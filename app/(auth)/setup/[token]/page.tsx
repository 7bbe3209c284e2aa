import type { Metadata } from "next";
import { LinkEnded } from "#components/auth/link-ended.tsx";
import { SetupForm } from "#components/auth/setup-form.tsx";
import { AuthCard } from "#components/shell/auth-card.tsx";
import { showLink } from "#lib/accounts/queries.ts";
import { load } from "#lib/entry/page.ts";
import { getT } from "#lib/i18n/server.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT())("auth.setup.title") };
}

export default async function SetupPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const [link, t] = await Promise.all([load(showLink, { token: token.slice(0, 200) }), getT()]);
  if (link?.purpose !== "SETUP") return <LinkEnded kind="setup" />;
  return (
    <AuthCard brand={t("app.name")} title={t("auth.setup.title")} subtitle={t("auth.setup.subtitle")}>
      <SetupForm token={token} />
    </AuthCard>
  );
}
