import { SearchX } from "lucide-react";
import { Link } from "#components/ui/link.tsx";
import { buttonStyle } from "#components/ui/button-style.ts";
import { EmptyState } from "#components/ui/states.tsx";
import { getT } from "#lib/i18n/server.ts";
import type { WorkspaceFilter } from "#lib/workspaces/schema.ts";

/** No rows: because of what was asked for, because the page ended meanwhile, or because there is nothing at all. */
export async function NoWorkspaces({ filter }: { filter: WorkspaceFilter }) {
  const t = await getT();
  const { search, status, authorizationType, enterpriseProject, owner, accessible } = filter;
  const chosen = [search, status, authorizationType, enterpriseProject, owner].some(({ length }) => length > 0);
  const filtered = chosen || accessible;
  if (!filtered && !filter.cursor) {
    return <EmptyState title={t("workspaces.empty.title")}>{t("workspaces.empty.text")}</EmptyState>;
  }
  return (
    <EmptyState
      icon={<SearchX size={20} />}
      title={t(filtered ? "workspaces.noMatch.title" : "workspaces.pageGone.title")}
      action={
        <Link href="/workspaces" className={buttonStyle("secondary")}>
          {t(filtered ? "workspaces.noMatch.clear" : "workspaces.pageGone.first")}
        </Link>
      }
    >
      {t(filtered ? "workspaces.noMatch.text" : "workspaces.pageGone.text")}
    </EmptyState>
  );
}
