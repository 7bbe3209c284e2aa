import { SearchX } from "lucide-react";
import { Link } from "#components/ui/link.tsx";
import { buttonStyle } from "#components/ui/button-style.ts";
import { EmptyState } from "#components/ui/states.tsx";
import { getT } from "#lib/i18n/server.ts";

/** There is always the Super Admin, so an empty list was narrowed too far, or its page ended meanwhile. */
export async function NoUsers() {
  const t = await getT();
  const all = (
    <Link href="/account/users" className={buttonStyle("secondary")}>
      {t("accounts.noMatch.clear")}
    </Link>
  );
  return (
    <EmptyState icon={<SearchX size={20} />} title={t("accounts.noMatch.title")} action={all}>
      {t("accounts.noMatch.text")}
    </EmptyState>
  );
}
