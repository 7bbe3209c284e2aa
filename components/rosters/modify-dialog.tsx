"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useEffect, useEffectEvent } from "react";
import { useForm } from "react-hook-form";
import { useTranslations } from "use-intl";
import { onChange } from "#components/shell/live-changes.ts";
import { ConflictDialog } from "#components/ui/conflict-dialog.tsx";
import { ConflictNotice } from "#components/ui/conflict-notice.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { factDifferences, fieldDifferences } from "#components/ui/differences.ts";
import { useConflict } from "#components/ui/use-conflict.ts";
import { useSubmit } from "#components/ui/use-submit.ts";
import { rosterDetails, type NewRoster, type RosterNow, type RosterView } from "#lib/rosters/schema.ts";
import { fetchRoster } from "./api.ts";
import { DetailsForm, type Details } from "./details-form.tsx";
import { COMMANDS, type RosterSet } from "./sets.ts";

type Props = { set: RosterSet; roster: RosterView; open: boolean; onOpenChange: (open: boolean) => void };

export function ModifyDialog({ set, roster, open, onOpenChange }: Props) {
  const t = useTranslations();
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t("rosters.modify.title", { name: roster.name })}>
      <ModifyForm set={set} roster={roster} onDone={() => onOpenChange(false)} />
    </Dialog>
  );
}

const valuesOf = ({ name, description }: RosterView): Details => ({ name, description });
const asTyped = (said: string) => said;

function ModifyForm({ set, roster, onDone }: { set: RosterSet; roster: RosterView; onDone: () => void }) {
  const t = useTranslations();
  const form = useForm<Details, unknown, NewRoster>({
    resolver: zodResolver(rosterDetails),
    defaultValues: valuesOf(roster),
    mode: "onTouched",
  });
  const conflict = useConflict<Details, RosterNow, unknown, NewRoster>({
    form,
    opened: { ...roster, last: null },
    read: () => fetchRoster(set, roster.id),
    compare: (before, now, typed) => [
      ...fieldDifferences<Details, "name" | "description">(
        [
          { name: "name", label: t("rosters.fields.name"), words: asTyped },
          { name: "description", label: t("rosters.fields.description"), words: asTyped },
        ],
        before,
        now,
        typed,
      ),
      ...factDifferences<Details>([
        {
          label: t("rosters.fields.status"),
          before: t(`rosters.status.${before.status}`),
          now: t(`rosters.status.${now.status}`),
        },
      ]),
    ],
    fill: valuesOf,
    saved: ({ last }) => last ?? { by: null, at: null },
  });
  const check = useEffectEvent(() => conflict.check());
  useEffect(
    () =>
      onChange([set], async () => {
        await check();
        return true;
      }),
    [set],
  );
  const { id } = roster;
  const submit = useSubmit(form, (values) => COMMANDS[set].modify({ ...values, id, version: conflict.base.version }), {
    onProblem: conflict.look,
    onDone,
  });
  return (
    <>
      <DetailsForm
        control={form.control}
        action={t("rosters.modify.submit")}
        notice={<ConflictNotice conflict={conflict} />}
        onSubmit={submit}
      />
      <ConflictDialog conflict={conflict} />
    </>
  );
}
