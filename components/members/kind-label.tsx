"use client";

import { BriefcaseBusiness, IdCard, Server, User, Users, type LucideIcon } from "lucide-react";
import { useTranslations } from "use-intl";
import type { MemberRow } from "#lib/members/schema.ts";

const ICONS: Record<MemberRow["kind"], LucideIcon> = {
  USER: User,
  FEDERATED_USER: IdCard,
  AGENCY: BriefcaseBusiness,
  GROUP: Users,
  SERVICE: Server,
};

/** What a principal is, as mark and word; of a group how many people, of an agency how many who may act as it. */
export function KindLabel({ kind, people }: Pick<MemberRow, "kind" | "people">) {
  const t = useTranslations();
  const Icon = ICONS[kind];
  return (
    <span className="flex items-center gap-1.5">
      <Icon size={15} aria-hidden className="shrink-0 text-muted" />
      <span className="whitespace-nowrap">
        {t(`members.kinds.${kind}`)}
        {people === undefined || (kind !== "GROUP" && kind !== "AGENCY") ? null : (
          <span
            title={kind === "AGENCY" ? t("members.people.mayAct") : undefined}
            className="num block text-xs text-muted max-md:inline max-md:before:content-['·_'] max-md:before:ml-1"
          >
            {people === null ? t("members.people.many") : t("members.people.count", { count: people })}
          </span>
        )}
      </span>
    </span>
  );
}
