import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { SignInForm } from "#components/auth/sign-in-form.tsx";
import { AuthCard } from "#components/shell/auth-card.tsx";
import { NoticeBanner } from "#components/ui/notice-banner.tsx";
import { currentCaller } from "#lib/auth/current.ts";
import { localPath } from "#lib/auth/local-path.ts";
import { load } from "#lib/entry/page.ts";
import { getT } from "#lib/i18n/server.ts";
import { isSetUp } from "#lib/tenants/queries.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getT())("auth.signIn") };
}

export default async function SignInPage({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) {
  const next = localPath((await searchParams).next) ?? "/workspaces";
  if (await currentCaller()) redirect(next);
  const [{ setUp }, t] = await Promise.all([load(isSetUp), getT()]);
  return (
    <AuthCard brand={t("app.name")} title={t("auth.signIn")}>
      <div className="grid gap-4">
        {setUp ? null : (
          <NoticeBanner title={t("auth.notSetUp.title")}>
            {t.rich("auth.notSetUp.text", { command: (chunks) => <code className="font-mono text-sm">{chunks}</code> })}
          </NoticeBanner>
        )}
        <SignInForm next={next} />
      </div>
    </AuthCard>
  );
}
