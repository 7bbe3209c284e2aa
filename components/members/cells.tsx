"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useRoleName } from "#components/shell/use-role-name.ts";
import { Avatar } from "#components/ui/avatar.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Cell } from "#components/ui/table.tsx";
import type { MemberRow } from "#lib/members/schema.ts";
import type { Column } from "./columns.ts";
import { KindLabel } from "./kind-label.tsx";
import { useMembers } from "./use-members.ts";
import { Ways } from "./ways.tsx";

/** Where there is nothing to tell. */
const NOTHING = "–";

type WhoProps = Pick<MemberRow, "name" | "email" | "status">;

/** Name, over the address as far as the reader may know it; and that somebody has not been here yet. */
export function PrincipalCell({ name, email, status }: WhoProps) {
  const t = useTranslations();
  const waiting = status === "INVITED" || status === "UNSEEN" ? t(`members.account.${status}`) : null;
  const about = [email, waiting].filter(Boolean).join(" · ");
  return (
    <Cell narrow="line" className="h-13 max-w-56 md:min-w-44 2xl:max-w-80 max-md:max-w-none max-md:pr-10">
      <span className="flex items-center gap-2.5">
        <Avatar name={name} />
        <span className="grid min-w-0">
          <span className="truncate font-medium" title={name}>
            {name}
          </span>
          {about ? (
            <span className="truncate text-xs text-muted" title={about}>
              {about}
            </span>
          ) : null}
        </span>
      </span>
    </Cell>
  );
}

/** One column of a member's row. */
export function MemberCell({ column, member }: { column: Column; member: MemberRow }) {
  const t = useTranslations();
  const roleName = useRoleName();
  const { place } = useMembers();
  const { roles, roleNames, addedAt, addedBy, expiresAt, lastActiveAt, state } = member;
  const cells: Record<Column, () => ReactNode> = {
    kind: () => (
      <Cell>
        <KindLabel {...member} />
      </Cell>
    ),
    roles: () => (
      <Cell className="max-w-44 2xl:max-w-60 max-md:max-w-none">
        {roles.map((role) => roleName(role, roleNames)).join(t("reasons.separator"))}
      </Cell>
    ),
    access: () => (
      <Cell className="max-w-44 md:min-w-32 2xl:max-w-72 max-md:max-w-none" narrow="line">
        <Ways member={member} place={place} />
      </Cell>
    ),
    added: () => (
      <Cell narrow="hide" className="max-w-28 2xl:max-w-40">
        <span className="grid">
          <RelativeTime at={addedAt} className="whitespace-nowrap" />
          {addedBy ? (
            <span className="truncate text-xs text-muted" title={addedBy.name}>
              {t("members.by", { name: addedBy.name })}
            </span>
          ) : null}
        </span>
      </Cell>
    ),
    expires: () => (
      <Cell number narrow={expiresAt ? "flow" : "hide"} className="whitespace-nowrap">
        {expiresAt ? (
          <>
            <span className="mr-1 text-muted md:hidden">{t("members.fields.expires")}</span>
            <RelativeTime at={expiresAt} className={state === "expired" ? "text-danger" : undefined} />
          </>
        ) : (
          <span className="text-muted">{t("members.never")}</span>
        )}
      </Cell>
    ),
    lastActive: () => (
      <Cell number narrow="hide" className="whitespace-nowrap text-muted">
        {lastActiveAt ? <RelativeTime at={lastActiveAt} /> : NOTHING}
      </Cell>
    ),
  };
  return cells[column]();
}
