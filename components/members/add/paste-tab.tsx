"use client";

import { useTranslations } from "use-intl";
import { Findings } from "#components/rosters/add/findings.tsx";
import type { Paste } from "#components/rosters/add/use-paste.ts";
import { Button } from "#components/ui/button.tsx";
import { FieldFrame } from "#components/ui/field.tsx";

type Props = {
  paste: Paste;
  /** Being sent. */
  busy: boolean;
  /** It was sent before it had been looked at. */
  look: boolean;
};

/** A list of names, addresses or ids: looked at line by line before anything is sent. */
export function PasteTab({ paste, busy, look }: Props) {
  const t = useTranslations();
  const { text, type, checked, checking, check, problem } = paste;
  return (
    <div className="grid gap-3">
      <FieldFrame label={t("rosters.paste.label")} hint={t("rosters.paste.hint")} error={problem ?? undefined}>
        {({ id, describedBy, invalid }) => (
          <textarea
            id={id}
            name="list"
            rows={5}
            value={text}
            spellCheck={false}
            readOnly={busy}
            aria-describedby={describedBy}
            aria-invalid={invalid}
            onChange={(event) => type(event.target.value)}
            className="field-box max-h-60 min-h-28 w-full resize-y px-2.5 py-2 font-mono text-sm"
          />
        )}
      </FieldFrame>
      {checked ? null : (
        <div>
          <Button pending={checking} onClick={() => void check()}>
            {t("rosters.paste.check")}
          </Button>
        </div>
      )}
      {checked ? (
        <>
          {look ? <p className="font-medium">{t("members.add.look")}</p> : null}
          <Findings already={t("members.add.already")} entries={checked} />
        </>
      ) : null}
    </div>
  );
}
