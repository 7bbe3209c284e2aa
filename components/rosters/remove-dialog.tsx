"use client";

import { useTransition } from "react";
import { toast } from "#components/ui/toast.ts";
import { useTranslations } from "use-intl";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { useCommand } from "#components/workspaces/use-command.ts";
import { useSayRefusal } from "#components/workspaces/use-say-refusal.ts";
import type { RosterPerson, RosterView } from "#lib/rosters/schema.ts";
import { COMMANDS, type RosterSet } from "./sets.ts";

type Props = {
  set: RosterSet;
  roster: RosterView;
  /** None: closed. */
  people: readonly RosterPerson[];
  onClose: () => void;
  onRemoved: () => void;
};

/** One question before people are removed. */
export function RemoveDialog({ set, roster, people, onClose, onRemoved }: Props) {
  const t = useTranslations();
  const say = useSayRefusal();
  const run = useCommand();
  const [pending, startTransition] = useTransition();
  const [first] = people;
  const who = { count: people.length, name: first?.name ?? "" };

  function remove() {
    startTransition(async () => {
      const ids = people.map(({ id }) => id);
      const result = await run(() => COMMANDS[set].removePeople({ id: roster.id, people: ids }));
      onClose();
      if (result.ok) onRemoved();
      else toast.error(t("rosters.unchanged", { name: roster.name }), { description: await say(result.error) });
    });
  }

  return (
    <ConfirmDialog
      open={people.length > 0}
      onOpenChange={(open) => !open && onClose()}
      title={t("rosters.removePeople.title", { ...who, roster: roster.name })}
      action={t("rosters.removePeople.submit")}
      danger
      pending={pending}
      onConfirm={remove}
    >
      <p>{t(`rosters.${set}.removing`, { count: who.count })}</p>
    </ConfirmDialog>
  );
}
