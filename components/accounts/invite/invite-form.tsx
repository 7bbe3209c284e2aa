"use client";

import { useDeferredValue, useMemo, useState, type FormEvent } from "react";
import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { CancelButton, DialogBody, DialogFooter } from "#components/ui/dialog.tsx";
import { useDialogGuard } from "#components/ui/dialog-context.ts";
import { FieldFrame } from "#components/ui/field.tsx";
import { NoticeBanner } from "#components/ui/notice-banner.tsx";
import { useMessage } from "#components/ui/use-message.ts";
import { useCommand } from "#components/workspaces/use-command.ts";
import { inviteUsers } from "#lib/accounts/actions.ts";
import type { Message } from "#lib/errors.ts";
import type { Results } from "./results.ts";
import { recognise } from "./recognise.ts";
import { RecognisedRows } from "./recognised-rows.tsx";
import { useKnown } from "./use-known.ts";

const NOBODY: ReadonlySet<string> = new Set();

/** A text area for a list of people; what it holds is told row by row before anything is written. */
export function InviteForm({ onResults }: { onResults: (results: Results) => void }) {
  const t = useTranslations();
  const say = useMessage();
  const run = useCommand();
  const [text, setText] = useState("");
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<Message | string>();
  useDialogGuard(text !== "", pending);

  const read = useDeferredValue(text); // typing does not wait for ten thousand lines
  const alone = useMemo(() => recognise(read, NOBODY), [read]);
  const fresh = useMemo(() => alone.flatMap(({ email, trouble }) => (trouble ? [] : [email])), [alone]);
  const known = useKnown(fresh);
  const rows = useMemo(() => (known.size > 0 ? recognise(read, known) : alone), [read, known, alone]);
  const right = rows.filter(({ trouble }) => trouble === null);

  async function invite(event: FormEvent) {
    event.preventDefault();
    if (pending || read !== text) return;
    if (right.length === 0) return setRefusal(rows.length === 0 ? "fields.required" : "accounts.invite.nobody");
    setPending(true);
    setRefusal(undefined);
    const users = right.map(({ email, name }) => ({ email, name }));
    const result = await run(() => inviteUsers({ users }));
    setPending(false);
    if (!result.ok) return setRefusal(result.error);
    onResults({ rows: result.value.data, left: rows.filter(({ trouble }) => trouble !== null) });
  }

  return (
    <form noValidate onSubmit={invite} aria-busy={pending || undefined} className="flex min-h-0 flex-1 flex-col">
      <DialogBody>
        {refusal && typeof refusal !== "string" ? (
          <NoticeBanner role="alert" tone="danger">
            {say(refusal)}
          </NoticeBanner>
        ) : null}
        <FieldFrame
          label={t("accounts.invite.people")}
          hint={t("accounts.invite.hint")}
          error={typeof refusal === "string" ? refusal : undefined}
        >
          {({ id, describedBy, invalid }) => (
            <textarea
              id={id}
              value={text}
              rows={6}
              spellCheck={false}
              autoComplete="off"
              readOnly={pending}
              placeholder={t("accounts.invite.placeholder")}
              aria-describedby={describedBy}
              aria-invalid={invalid}
              onChange={(event) => {
                setText(event.target.value);
                setRefusal(undefined);
              }}
              className="field-box h-36 w-full resize-y px-2.5 py-2 font-mono text-sm"
            />
          )}
        </FieldFrame>
        <RecognisedRows rows={rows} />
      </DialogBody>
      <DialogFooter>
        <CancelButton />
        <Button type="submit" variant="primary" pending={pending}>
          {right.length > 0 ? t("accounts.invite.submit", { count: right.length }) : t("accounts.invite.submitNone")}
        </Button>
      </DialogFooter>
    </form>
  );
}
