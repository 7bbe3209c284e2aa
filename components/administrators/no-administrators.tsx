import { SearchX } from "lucide-react";
import { Link } from "#components/ui/link.tsx";
import { buttonStyle } from "#components/ui/button-style.ts";
import { EmptyState } from "#components/ui/states.tsx";
import { getT } from "#lib/i18n/server.ts";

/** There is always the Super Admin, so an empty list was narrowed too far. */
export async function NoAdministrators() {
  const t = await getT();
  const all = (
    <Link href="/account/administrators" className={buttonStyle("secondary")}>
      {t("administrators.noMatch.clear")}
    </Link>
  );
  return (
    <EmptyState icon={<SearchX size={20} />} title={t("administrators.noMatch.title")} action={all}>
      {t("administrators.noMatch.text")}
    </EmptyState>
  );
}
