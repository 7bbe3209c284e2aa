"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { toast } from "#components/ui/toast.ts";
import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { useSubmit } from "#components/ui/use-submit.ts";
import { rosterDetails, type NewRoster } from "#lib/rosters/schema.ts";
import { DetailsForm, type Details } from "./details-form.tsx";
import { COMMANDS, pathOf, type RosterSet } from "./sets.ts";

/** The page's main action with its dialog; afterwards a notice leads to the new one, where people are added. */
export function CreateRosterButton({ set }: { set: RosterSet }) {
  const t = useTranslations();
  const router = useRouter();
  const [open, setOpen] = useState(false);

  function created({ id, name }: { id: string; name: string }) {
    setOpen(false);
    toast.success(t("rosters.created", { name }), {
      action: { label: t(`rosters.${set}.add`), onClick: () => router.push(`${pathOf(set, id)}?add=1`) },
    });
  }

  return (
    <>
      <Button variant="primary" onClick={() => setOpen(true)}>
        {t(`rosters.${set}.create`)}
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title={t(`rosters.${set}.create`)}>
        <CreateForm set={set} onCreated={created} />
      </Dialog>
    </>
  );
}

function CreateForm({ set, onCreated }: { set: RosterSet; onCreated: (made: { id: string; name: string }) => void }) {
  const t = useTranslations();
  const form = useForm<Details, unknown, NewRoster>({
    resolver: zodResolver(rosterDetails),
    defaultValues: { name: "", description: "" },
    mode: "onTouched",
  });
  const submit = useSubmit(form, COMMANDS[set].create, { onDone: onCreated });
  return <DetailsForm control={form.control} action={t("rosters.create")} onSubmit={submit} />;
}
