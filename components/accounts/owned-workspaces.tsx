import Link from "next/link";
import { useTranslations } from "use-intl";
import type { UserDetails } from "#lib/accounts/schema.ts";

type Props = { ownerId: string; workspaces: UserDetails["workspaces"] };

/** The workspaces that somebody owns, each a link; and that there are others. */
export function OwnedWorkspaces({ ownerId, workspaces: { data, more, hidden } }: Props) {
  const t = useTranslations();
  return (
    <ul className="grid gap-1">
      {data.map(({ id, name, slug }) => (
        <li key={id}>
          <Link
            href={`/w/${encodeURIComponent(slug)}`}
            prefetch={false}
            className="font-medium text-accent wrap-anywhere hover:underline"
          >
            {name}
          </Link>
        </li>
      ))}
      {more ? (
        <li>
          <Link
            href={`/workspaces?owner=${encodeURIComponent(ownerId)}`}
            prefetch={false}
            className="text-accent hover:underline"
          >
            {t("accounts.owned.all")}
          </Link>
        </li>
      ) : null}
      {hidden ? <li>{t(data.length > 0 ? "accounts.owned.others" : "accounts.owned.hidden")}</li> : null}
    </ul>
  );
}
