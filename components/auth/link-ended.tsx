import { Link } from "#components/ui/link.tsx";
import { AuthCard } from "#components/shell/auth-card.tsx";
import { buttonStyle } from "#components/ui/button-style.ts";
import { getT } from "#lib/i18n/server.ts";

/** A one-time link that does not work (any more), and what to do about it. */
export async function LinkEnded({ kind }: { kind: "setup" | "invitation" }) {
  const t = await getT();
  const text = t.rich(`auth.linkEnded.${kind}`, {
    command: (chunks) => <code className="font-mono text-sm">{chunks}</code>,
  });
  return (
    <AuthCard brand={t("app.name")} title={t("auth.linkEnded.title")} subtitle={text}>
      <Link href="/sign-in" className={buttonStyle("secondary", "md", "w-full")}>
        {t("auth.linkEnded.signIn")}
      </Link>
    </AuthCard>
  );
}
