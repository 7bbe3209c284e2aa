import { SearchX } from "lucide-react";
import { Link } from "#components/ui/link.tsx";
import { buttonStyle } from "#components/ui/button-style.ts";
import { EmptyState } from "#components/ui/states.tsx";
import { getT } from "#lib/i18n/server.ts";

/** A tenant begins with an entry, so an empty list was narrowed too far. */
export async function NoEntries() {
  const t = await getT();
  const all = (
    <Link href="/account/audit" className={buttonStyle("secondary")}>
      {t("audit.none.clear")}
    </Link>
  );
  return (
    <EmptyState icon={<SearchX size={20} />} title={t("audit.none.title")} action={all}>
      {t("audit.none.text")}
    </EmptyState>
  );
}
