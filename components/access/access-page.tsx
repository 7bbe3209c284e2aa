import { UserRoundX } from "lucide-react";
import { Link } from "#components/ui/link.tsx";
import { LiveRefresh } from "#components/shell/live-refresh.tsx";
import { PageHeader } from "#components/shell/page-header.tsx";
import { buttonStyle } from "#components/ui/button-style.ts";
import { EmptyState, NoPermission } from "#components/ui/states.tsx";
import { inWords } from "#components/workspaces/item.ts";
import type { Step } from "#lib/access/types.ts";
import type { Explanation } from "#lib/explanations/schema.ts";
import { getT } from "#lib/i18n/server.ts";
import { AccessView } from "./access-view.tsx";
import { EntryFacts } from "./entry-facts.tsx";
import { LookAgain } from "./look-again.tsx";
import { PrincipalPicker } from "./principal-picker.tsx";

/** Whatever may change what somebody may do here. */
const TOPICS = ["workspaces", "members", "roles", "groups", "agencies", "accounts", "administrators"];

type Props = {
  workspace: { name: string; slug: string };
  /** refused: why the reader is not told; null when there is nobody of that id. */
  told: Explanation | { refused: readonly Step[] | null };
  you: boolean;
  /** Whether the reader may ask about others. */
  others: boolean;
};

/** What somebody may do in a workspace, and why. */
export async function AccessPage({ workspace: { name, slug }, told, you, others }: Props) {
  const t = await getT();
  const current = "modules" in told ? told.principal : null;
  const mine = (
    <Link href={`/w/${encodeURIComponent(slug)}/access`} className={buttonStyle("secondary")}>
      {t("access.own")}
    </Link>
  );
  return (
    <>
      <LiveRefresh topics={TOPICS} />
      <PageHeader title={t("access.title")} subtitle={t(you ? "access.subtitleSelf" : "access.subtitle", { name })}>
        {you || !("modules" in told) ? null : mine}
      </PageHeader>
      {others ? (
        <div className="mb-4 md:w-90">
          <PrincipalPicker workspace={slug} current={current} />
        </div>
      ) : you ? (
        <p className="mb-4 max-w-[80ch] text-pretty text-muted">{t("access.onlySelf")}</p>
      ) : null}
      {"modules" in told ? (
        <div className="grid grid-cols-[minmax(0,1fr)] gap-4.5">
          <LookAgain at={told.until} topic="members" />
          <EntryFacts told={told} you={you} />
          <AccessView modules={told.modules} roleNames={told.roleNames} principal={told.principal} you={you} />
        </div>
      ) : told.refused ? (
        <NoPermission
          title={t("shell.noPermission")}
          steps={told.refused.map((step) => inWords(step, t))}
          action={mine}
        >
          <p>{t("errors.forbidden")}</p>
        </NoPermission>
      ) : (
        <EmptyState icon={<UserRoundX size={20} />} title={t("access.unknown")} action={mine}>
          {t("access.unknownText")}
        </EmptyState>
      )}
    </>
  );
}
