"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useMemo } from "react";
import { useForm } from "react-hook-form";
import { toast } from "#components/ui/toast.ts";
import { useTimeZone, useTranslations } from "use-intl";
import { RolePicker } from "#components/roles/role-picker.tsx";
import { onChange } from "#components/shell/live-changes.ts";
import { ConflictDialog } from "#components/ui/conflict-dialog.tsx";
import { ConflictNotice } from "#components/ui/conflict-notice.tsx";
import { DateTimeField } from "#components/ui/date-time-field.tsx";
import { NoticeBanner } from "#components/ui/notice-banner.tsx";
import { OneActionForm } from "#components/ui/one-action-form.tsx";
import { useConflict } from "#components/ui/use-conflict.ts";
import { useSubmit } from "#components/ui/use-submit.ts";
import { useRefusal } from "#components/workspaces/form/use-refusal.tsx";
import { modifyMembers } from "#lib/members/actions.ts";
import type { MemberNow, MemberRow } from "#lib/members/schema.ts";
import { message } from "#lib/message.ts";
import { z } from "#lib/validation.ts";
import { fetchMember } from "../api.ts";
import { chosenEnd, chosenRoles, shownEnd } from "../ends.ts";
import type { Place } from "../use-members.ts";
import { useDifferences } from "./use-differences.ts";

type Values = { roles: string[]; expiresAt: string };
type Asked = { roles: string[]; expiresAt: string | null };
type Props = { member: MemberRow; place: Place; onDone: () => void };

/** Roles and end of one member. What nobody touched is not sent: an end that is past may stay. */
export function EditForm({ member, place, onDone }: Props) {
  const t = useTranslations();
  const router = useRouter();
  const zone = useTimeZone() ?? "UTC";
  const refusal = useRefusal();
  const compare = useDifferences(place.slug, zone);
  const schema = useMemo(() => z.object({ roles: chosenRoles, expiresAt: chosenEnd(zone) }), [zone]);
  const valuesOf = ({ roles, expiresAt }: MemberRow): Values => ({ roles, expiresAt: shownEnd(expiresAt, zone) });
  const form = useForm<Values, unknown, Asked>({
    resolver: zodResolver(schema),
    defaultValues: valuesOf(member),
    mode: "onTouched",
  });
  const { control } = form;
  const conflict = useConflict<Values, MemberNow, unknown, Asked>({
    form,
    opened: { ...member, last: null },
    read: () => fetchMember(place.id, member.id),
    compare: (before, now, typed) => compare({ ...before, ...valuesOf(before) }, { ...now, ...valuesOf(now) }, typed),
    fill: valuesOf,
    saved: ({ last }) => last ?? { by: null, at: null },
  });
  const check = useEffectEvent(() => conflict.check());
  useEffect(
    () =>
      onChange(["members"], async () => {
        await check();
        return true;
      }),
    [],
  );

  const submit = useSubmit(
    form,
    async ({ roles, expiresAt }) => {
      const { version, ...base } = conflict.base;
      const sameRoles = roles.length === base.roles.length && roles.every((role) => base.roles.includes(role));
      const sameEnd = form.getValues("expiresAt") === shownEnd(base.expiresAt, zone);
      if (sameRoles && sameEnd) return { ok: true, value: { changed: 0, rows: [] } };
      const changed = { ...(sameRoles ? {} : { roles }), ...(sameEnd ? {} : { expiresAt }) };
      return modifyMembers(place.id, { members: [{ principalId: member.id, version }], ...changed });
    },
    {
      onProblem: (problem) => conflict.look(problem) || refusal.look(problem),
      onDone({ changed, rows }) {
        const { name } = member;
        if (rows[0]?.outcome === "not_found") {
          form.setError("root", { message: message("members.edit.gone", { name }) });
          return router.refresh();
        }
        if (changed > 0) toast.success(t("members.edit.done", { name }));
        onDone();
      },
    },
  );

  return (
    <>
      <OneActionForm
        control={control}
        action={t("members.submit")}
        notice={
          <>
            <ConflictNotice conflict={conflict} />
            {refusal.shown}
            <Reach member={member} />
          </>
        }
        onSubmit={async (event) => {
          refusal.clear();
          await submit(event);
        }}
      >
        <RolePicker
          control={control}
          name="roles"
          label={t("members.fields.roles")}
          workspace={place.slug}
          held={conflict.base.roles}
          names={conflict.base.roleNames}
        />
        <DateTimeField
          control={control}
          name="expiresAt"
          label={t("members.fields.expires")}
          hint={t("members.add.expiresHint", { zone })}
        />
      </OneActionForm>
      <ConflictDialog conflict={conflict} />
    </>
  );
}

/** Whom it concerns, where that is more than the one who is named. */
function Reach({ member: { kind, people, reachesMe } }: { member: MemberRow }) {
  const t = useTranslations();
  const group =
    kind !== "GROUP" || people === undefined
      ? null
      : people === null
        ? t("members.edit.groupMany")
        : t("members.edit.group", { count: people });
  if (!group && !reachesMe) return null;
  return (
    <NoticeBanner tone={reachesMe ? "warn" : "info"}>
      {[group, reachesMe ? t("members.edit.reachesMe") : null].filter(Boolean).join(" ")}
    </NoticeBanner>
  );
}
