import { SearchX, Users } from "lucide-react";
import { Link } from "#components/ui/link.tsx";
import { buttonStyle } from "#components/ui/button-style.ts";
import { State } from "#components/ui/states.tsx";
import { getT } from "#lib/i18n/server.ts";
import type { MemberPage } from "#lib/members/schema.ts";

type Props = { slug: string; members: MemberPage; asleep: boolean };

/** Under the Owner's row no others: because of what was asked for, because the page ended meanwhile, or because there are none. */
export async function NoMembers({ slug, members: { total, publicRole }, asleep }: Props) {
  const t = await getT();
  if (total > 0) {
    const all = (
      <Link href={`/w/${encodeURIComponent(slug)}/members`} className={buttonStyle("secondary")}>
        {t("members.noMatch.clear")}
      </Link>
    );
    return (
      <State icon={<SearchX size={20} />} title={t("members.noMatch.title")} action={all}>
        {t("members.noMatch.text")}
      </State>
    );
  }
  const text = publicRole ? t("members.empty.public") : asleep ? t("members.empty.private") : t("members.empty.text");
  return (
    <State icon={<Users size={20} />} title={t("members.empty.title")}>
      {text}
    </State>
  );
}
