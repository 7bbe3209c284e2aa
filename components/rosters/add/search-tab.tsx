"use client";

import { useMemo, type FormEvent } from "react";
import { useWatch, type UseFormReturn } from "react-hook-form";
import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { CancelButton, DialogBody, DialogFooter } from "#components/ui/dialog.tsx";
import { MultiPickerField } from "#components/ui/multi-picker-field.tsx";
import { NoticeBanner } from "#components/ui/notice-banner.tsx";
import { useMessage } from "#components/ui/use-message.ts";
import type { RosterView } from "#lib/rosters/schema.ts";
import { searchCandidates } from "../api.ts";
import type { RosterSet } from "../sets.ts";
import type { Adding } from "./use-adding.ts";

type Props = {
  set: RosterSet;
  roster: RosterView;
  form: UseFormReturn<{ people: string[] }>;
  adding: Adding;
  onDone: () => void;
};

/** Finds users and federated users who are not in it yet. */
export function SearchTab({ set, roster: { id }, form, adding, onDone }: Props) {
  const t = useTranslations();
  const say = useMessage();
  const { control } = form;
  const people = useWatch({ control, name: "people" });
  const source = useMemo(
    () => ({
      queryKey: [set, "candidates", id],
      load: async (search: string, signal: AbortSignal) => {
        const found = await searchCandidates(set, id, search, signal);
        return found.map(({ id: value, kind, name, email, refusal }) => ({
          value,
          label: name,
          hint: email ?? t(`rosters.kinds.${kind}`),
          reason: refusal ? t("rosters.findings.yourself") : undefined,
        }));
      },
    }),
    [set, id, t],
  );

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (people.length > 0 && (await adding.add(people)).length === 0) onDone();
  }

  return (
    <form noValidate onSubmit={submit} aria-busy={adding.progress !== null || undefined} className="contents">
      <DialogBody className="md:min-h-86">
        {adding.refusal ? (
          <NoticeBanner role="alert" tone="danger">
            {say(adding.refusal)}
          </NoticeBanner>
        ) : null}
        <MultiPickerField
          control={control}
          name="people"
          label={t(`rosters.${set}.people`)}
          placeholder={t("rosters.searchPeople")}
          hint={t("rosters.add.hint")}
          source={source}
        />
      </DialogBody>
      <DialogFooter>
        <CancelButton />
        <Button
          type="submit"
          variant="primary"
          pending={adding.progress !== null}
          reason={people.length === 0 ? t("rosters.add.nobody") : undefined}
        >
          {t("rosters.add.submit", { count: people.length })}
        </Button>
      </DialogFooter>
    </form>
  );
}
