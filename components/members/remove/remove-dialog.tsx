"use client";

import { useTranslations } from "use-intl";
import { ChangedDialog } from "#components/ui/changed-dialog.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { NoticeBanner } from "#components/ui/notice-banner.tsx";
import { useRoleName } from "#components/shell/use-role-name.ts";
import type { MemberRow } from "#lib/members/schema.ts";
import type { Place } from "../use-members.ts";
import { useOtherWays } from "../ways.tsx";
import { useRemove } from "./use-remove.ts";

type Props = { member: MemberRow; place: Place; onClose: () => void };

/** One question before a member is removed: what goes at once, and what remains by other ways. */
export function RemoveDialog({ member, place, onClose }: Props) {
  const t = useTranslations();
  const roleName = useRoleName();
  const { pending, refusal, changed, remove } = useRemove(place, member, onClose);
  const inWords = ({ roles, roleNames }: MemberRow) =>
    roles.map((role) => roleName(role, roleNames)).join(t("reasons.separator"));

  if (changed) {
    return (
      <ChangedDialog
        changes={[{ label: t("members.fields.roles"), before: inWords(member), now: inWords(changed) }]}
        saved={changed.last ?? { by: null, at: null }}
        action={t("members.remove.anyway")}
        pending={pending}
        onConfirm={() => remove(changed.version)}
        onClose={onClose}
      />
    );
  }
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("members.remove.title", { name: member.name })}
      action={t("members.remove.action")}
      danger
      pending={pending}
      onConfirm={() => remove(member.version)}
    >
      {refusal ? (
        <NoticeBanner role="alert" tone="danger">
          {refusal}
        </NoticeBanner>
      ) : null}
      {member.reachesMe ? <NoticeBanner tone="warn">{t("members.remove.reachesMe")}</NoticeBanner> : null}
      <dl className="grid gap-3 rounded-lg bg-sunken px-3.5 py-3">
        <div>
          <dt className="text-sm text-muted">{t("members.remove.loses")}</dt>
          <dd className="wrap-anywhere">{goes()}</dd>
        </div>
        <div>
          <dt className="text-sm text-muted">{t("members.remove.remains")}</dt>
          <Remains member={member} place={place} />
        </div>
      </dl>
      <p className="text-muted">{t("members.remove.again")}</p>
    </ConfirmDialog>
  );

  function goes() {
    const roles = inWords(member);
    return member.state === "active" ? roles : t(`members.remove.${member.state}`, { roles });
  }
}

function Remains({ member, place }: { member: MemberRow; place: Place }) {
  const t = useTranslations();
  const ways = useOtherWays()(member, place.publicRole);
  const { kind, people } = member;
  if (ways.length > 0) {
    return (
      <>
        {ways.map((way) => (
          <dd key={way} className="wrap-anywhere">
            {way}
          </dd>
        ))}
      </>
    );
  }
  const workspace = place.name;
  if (kind === "AGENCY") return <dd className="wrap-anywhere">{t("members.remove.nothingAgency", { workspace })}</dd>;
  if (kind !== "GROUP") return <dd className="wrap-anywhere">{t("members.remove.nothing", { workspace })}</dd>;
  return (
    <dd>
      {typeof people === "number"
        ? t("members.remove.nothingGroup", { count: people })
        : t("members.remove.nothingGroupMany")}
    </dd>
  );
}
