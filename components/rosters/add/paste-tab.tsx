"use client";

import type { FormEvent } from "react";
import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { CancelButton, DialogBody, DialogFooter } from "#components/ui/dialog.tsx";
import { FieldFrame } from "#components/ui/field.tsx";
import { NoticeBanner } from "#components/ui/notice-banner.tsx";
import { Progress } from "#components/ui/progress.tsx";
import { useMessage } from "#components/ui/use-message.ts";
import type { RosterSet } from "../sets.ts";
import { Findings } from "./findings.tsx";
import type { Adding } from "./use-adding.ts";
import type { Paste } from "./use-paste.ts";

type Props = { set: RosterSet; paste: Paste; adding: Adding; onDone: () => void };

/** First the list is looked at, line by line; then those who can be added are. */
export function PasteTab({ set, paste, adding, onDone }: Props) {
  const t = useTranslations();
  const say = useMessage();
  const { text, checked, checking, problem } = paste;
  const found = (checked ?? []).filter(({ finding }) => finding === "found");
  const busy = checking || adding.progress !== null;

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (!checked) return paste.check();
    const rest = new Set(await adding.add(found.flatMap(({ person }) => (person ? [person.id] : []))));
    const harmless = new Set(["already", "duplicate"]);
    const left = checked.filter(({ finding, person }) =>
      finding === "found" ? person && rest.has(person.id) : !harmless.has(finding),
    );
    if (left.length === 0) return onDone();
    paste.keepOnly(left);
  }

  return (
    <form noValidate onSubmit={submit} aria-busy={busy || undefined} className="contents">
      <DialogBody className="md:min-h-86">
        {adding.refusal ? (
          <NoticeBanner role="alert" tone="danger">
            {say(adding.refusal)}
          </NoticeBanner>
        ) : null}
        <FieldFrame label={t("rosters.paste.label")} hint={t("rosters.paste.hint")} error={problem ?? undefined}>
          {({ id, describedBy, invalid }) => (
            <textarea
              id={id}
              name="list"
              rows={6}
              value={text}
              spellCheck={false}
              readOnly={adding.progress !== null}
              aria-describedby={describedBy}
              aria-invalid={invalid}
              onChange={(event) => {
                adding.forget();
                paste.type(event.target.value);
              }}
              className="field-box max-h-60 min-h-32 w-full resize-y px-2.5 py-2 font-mono text-sm"
            />
          )}
        </FieldFrame>
        {checked ? <Findings already={t(`rosters.${set}.already`)} entries={checked} /> : null}
        {adding.progress ? (
          <Progress label={t("rosters.paste.adding")} value={adding.progress.done} max={adding.progress.of} />
        ) : null}
      </DialogBody>
      <DialogFooter>
        <CancelButton />
        <Button
          type="submit"
          variant="primary"
          pending={busy}
          reason={checked && found.length === 0 ? t("rosters.paste.nobody") : undefined}
        >
          {checked ? t("rosters.add.submit", { count: found.length }) : t("rosters.paste.check")}
        </Button>
      </DialogFooter>
    </form>
  );
}
