"use client";

import { Link } from "#components/ui/link.tsx";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { useRoleName } from "#components/shell/use-role-name.ts";
import { StatusDot, type Tone } from "#components/ui/status-dot.tsx";
import type { MemberRow, MemberState } from "#lib/members/schema.ts";
import type { Place } from "./use-members.ts";

const TONES: Record<MemberState, Tone> = { active: "ok", asleep: "warn", expired: "danger", disabled: "off" };
/** So many groups are named; the others are counted. */
const NAMED = 2;

/** How a member has access: by the membership itself and what that is worth now, by groups, and as everybody has it. */
export function Ways({ member, place }: { member: MemberRow; place: Place }) {
  const t = useTranslations();
  const { kind, state } = member;
  const others = useOtherWays()(member, place.publicRole);
  const word = <StatusDot tone={TONES[state]}>{t(`members.access.${state}`, { kind })}</StatusDot>;
  return (
    <span className="grid gap-0.5">
      <span className="whitespace-nowrap" title={state === "asleep" ? t("members.access.asleepWhy") : undefined}>
        {place.explains ? <Why place={place} member={member} word={word} /> : word}
      </span>
      {others.slice(0, NAMED).map((way) => (
        <span key={way} title={way} className="line-clamp-2 text-xs text-muted">
          {way}
        </span>
      ))}
      {others.length > NAMED ? (
        <span className="text-xs text-muted" title={others.slice(NAMED).join("\n")}>
          {t("members.access.moreGroups", { count: others.length - NAMED })}
        </span>
      ) : null}
    </span>
  );
}

type WhyProps = { place: Place; member: Pick<MemberRow, "id" | "name">; word: ReactNode };

/** How somebody has access, leading to what that comes to, with its reasons. */
export function Why({ place: { slug }, member: { id, name }, word }: WhyProps) {
  const t = useTranslations();
  return (
    <Link
      href={`/w/${encodeURIComponent(slug)}/access?principal=${id}`}
      prefetch={false}
      title={t("members.access.why", { name })}
      className="inline-flex min-h-6 items-center rounded-sm *:underline *:decoration-border-strong *:decoration-dotted *:underline-offset-4 *:hover:decoration-current"
    >
      {word}
    </Link>
  );
}

/** What besides the membership lets somebody in now, in words: nothing does where it sleeps or the account is disabled. */
export function useOtherWays() {
  const t = useTranslations();
  const roleName = useRoleName();
  return ({ kind, state, groups, roleNames }: MemberRow, publicRole: Place["publicRole"]): string[] => {
    if (state === "asleep" || state === "disabled") return [];
    const through = groups.map(({ name, roles }) =>
      t("members.access.through", {
        group: name,
        roles: roles.map((role) => roleName(role, roleNames)).join(t("reasons.separator")),
      }),
    );
    if (!publicRole || kind === "GROUP") return through;
    return [t("members.access.everybody", { role: publicRole.name ?? roleName(publicRole.id) }), ...through];
  };
}
