import { SearchX } from "lucide-react";
import { Link } from "#components/ui/link.tsx";
import { buttonStyle } from "#components/ui/button-style.ts";
import { State } from "#components/ui/states.tsx";
import { getT } from "#lib/i18n/server.ts";

/** What does not exist and what one may not see look the same. */
export async function NotFoundState() {
  const t = await getT();
  return (
    <State
      level="h1"
      icon={<SearchX size={20} />}
      title={t("shell.notFound.title")}
      action={
        <Link href="/workspaces" className={buttonStyle("secondary")}>
          {t("shell.notFound.back")}
        </Link>
      }
    >
      {t("shell.notFound.text")}
    </State>
  );
}
