import { Link } from "#components/ui/link.tsx";
import { useTranslations } from "use-intl";
import type { UserDetails } from "#lib/accounts/schema.ts";

type Props = {
  ownerId: string;
  workspaces: UserDetails["workspaces"];
  /** Beside each, the way to hand it over. */
  transfer?: boolean;
};

/** The workspaces that somebody owns, each a link; and that there are others. */
export function OwnedWorkspaces({ ownerId, workspaces: { data, more, hidden }, transfer = false }: Props) {
  const t = useTranslations();
  return (
    <ul className="grid gap-1">
      {data.map(({ id, name, slug }) => (
        <li key={id} className="flex flex-wrap items-baseline gap-x-3">
          <Link
            href={`/w/${encodeURIComponent(slug)}`}
            prefetch={false}
            className="font-medium text-accent wrap-anywhere hover:underline"
          >
            {name}
          </Link>
          {transfer ? (
            <Link
              href={`/w/${encodeURIComponent(slug)}?transfer=${encodeURIComponent(slug)}`}
              prefetch={false}
              aria-label={t("accounts.owned.transferOf", { name })}
              className="text-sm text-accent hover:underline"
            >
              {t("accounts.owned.transfer")}
            </Link>
          ) : null}
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
