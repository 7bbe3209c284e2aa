import { KeyRound, SearchX } from "lucide-react";
import { Link } from "#components/ui/link.tsx";
import type { z } from "zod";
import { LookAgain } from "#components/access/look-again.tsx";
import { LiveRefresh } from "#components/shell/live-refresh.tsx";
import { PageHeader, Toolbar } from "#components/shell/page-header.tsx";
import { buttonStyle } from "#components/ui/button-style.ts";
import { NoticeBanner } from "#components/ui/notice-banner.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { SearchInput } from "#components/ui/search-input.tsx";
import { EmptyState } from "#components/ui/states.tsx";
import { rangeText } from "#components/workspaces/list/range.ts";
import { isSuperAdmin, managementOf } from "#lib/access/enter.ts";
import { showsWorkspaces } from "#lib/access/management.ts";
import type { Subject } from "#lib/access/types.ts";
import type { Caller } from "#lib/auth/caller.ts";
import { getT } from "#lib/i18n/server.ts";
import type { MessageKey, T } from "#lib/i18n/translator.ts";
import type { accessFilter, AccessRow } from "#lib/me/schema.ts";
import { MyAccessTable } from "./my-access-table.tsx";

/** Whatever may change where somebody may go, and as what. */
const TOPICS = ["workspaces", "members", "roles", "groups", "agencies", "accounts", "administrators"];

type Props = {
  caller: Caller;
  rows: readonly AccessRow[];
  page: { from: number; total: number | null; nextCursor: string | null; previousCursor: string | null };
  filter: z.output<typeof accessFilter>;
};

/** The workspaces that the reader may enter, and how. */
export async function MyAccessPage({ caller: { subject, actingAs }, rows, page, filter }: Props) {
  const t = await getT();
  const above = aboveAll(subject, t);
  return (
    <>
      <LiveRefresh topics={TOPICS} />
      <LookAgain at={firstEnd(rows)} topic="members" />
      <PageHeader
        title={t("me.access.title")}
        subtitle={actingAs ? t("me.access.subtitleAgency", { name: actingAs.name }) : t("me.access.subtitle")}
      />
      {above ? <NoticeBanner className="mb-4">{above}</NoticeBanner> : null}
      <Toolbar>
        <SearchInput label={t("me.access.search")} />
      </Toolbar>
      {rows.length > 0 ? (
        <MyAccessTable rows={rows} view={JSON.stringify(filter)} />
      ) : (
        <Nothing narrowed={filter.search !== "" || filter.cursor !== undefined} t={t} />
      )}
      <Pagination
        summary={rows.length > 0 ? rangeText(page, rows.length, t) : null}
        previous={page.previousCursor}
        next={page.nextCursor}
      />
    </>
  );
}

function firstEnd(rows: readonly AccessRow[]): string | null {
  const ends = rows.flatMap(({ ways }) => ways.flatMap(({ until }) => until ?? []));
  return ends.sort()[0] ?? null; // ISO 8601 in UTC: in the order of the alphabet
}

/** What counts in every workspace, and stands in no row. */
function aboveAll(subject: Subject, t: T): string | null {
  if (isSuperAdmin(subject)) return t("me.access.superAdmin");
  const held = managementOf(subject).filter(showsWorkspaces);
  if (held.length === 0) return null;
  const names = held.map((permission) => `“${t(`management.${permission.replaceAll(".", "_")}` as MessageKey)}”`);
  return t("me.access.outside", { permissions: names.join(t("reasons.separator")) });
}

function Nothing({ narrowed, t }: { narrowed: boolean; t: T }) {
  if (!narrowed) {
    return (
      <EmptyState icon={<KeyRound size={20} />} title={t("me.access.none")}>
        {t("me.access.noneText")}
      </EmptyState>
    );
  }
  const all = (
    <Link href="/me/access" className={buttonStyle("secondary")}>
      {t("me.access.showAll")}
    </Link>
  );
  return (
    <EmptyState icon={<SearchX size={20} />} title={t("me.access.noMatch")} action={all}>
      {t("me.access.noMatchText")}
    </EmptyState>
  );
}
