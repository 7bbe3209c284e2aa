"use client";

import { Copy, Download } from "lucide-react";
import { useMemo, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { DialogBody, DialogFooter } from "#components/ui/dialog.tsx";
import { useDialog, useDialogGuard } from "#components/ui/dialog-context.ts";
import { NoticeBanner } from "#components/ui/notice-banner.tsx";
import { StatusDot } from "#components/ui/status-dot.tsx";
import type { Invited } from "#lib/accounts/schema.ts";
import type { Results } from "./results.ts";
import { saveLinks } from "./save-links.ts";

/** Rows of the list that were not sent are told up to this number. */
const SHOWN = 200;

/** What came of an invitation: each link, shown once, and who got none for which reason. */
export function InviteResults({ results: { rows, left } }: { results: Results }) {
  const t = useTranslations();
  const created = rows.filter((row): row is Invited & { link: string } => row.link !== null);
  const failed = rows.length - created.length + left.length;
  const [taken, setTaken] = useState(false);
  const loss = useMemo(
    () => ({
      title: t("accounts.invite.loss.title"),
      text: t("accounts.invite.loss.text"),
      keep: t("accounts.invite.loss.keep"),
      discard: t("accounts.invite.loss.discard"),
    }),
    [t],
  );
  useDialogGuard(created.length > 0 && !taken, false, loss);
  const dialog = useDialog();
  return (
    <>
      <DialogBody>
        <p role="status" data-autofocus tabIndex={-1} className="outline-none">
          {t("accounts.invite.result", { created: created.length, failed })}
        </p>
        {created.length > 0 ? (
          <NoticeBanner tone="warn">
            <p>{t("accounts.invite.once")}</p>
            <Takeaway created={created} onTaken={() => setTaken(true)} />
          </NoticeBanner>
        ) : null}
        <div className="overflow-x-auto rounded-lg border border-border">
          <table aria-label={t("accounts.invite.done")} className="w-full text-left text-sm">
            <thead className="text-muted">
              <tr className="*:border-b *:border-border *:px-3 *:py-2 *:font-medium">
                <th scope="col">{t("accounts.invite.person")}</th>
                <th scope="col">{t("accounts.invite.link")}</th>
              </tr>
            </thead>
            <tbody className="[&>tr:not(:last-child)>td]:border-b [&>tr:not(:last-child)>td]:border-border">
              {rows.map((row) => (
                <tr key={row.email}>
                  <Person name={row.name} email={row.email} />
                  <td className="max-w-0 px-3 py-1.5">
                    {row.link ? (
                      <span className="flex items-center gap-1">
                        <code className="min-w-0 flex-1 truncate font-mono text-xs select-all">{row.link}</code>
                        <CopyButton value={row.link} name={t("accounts.invite.linkOf", { name: row.name })} />
                      </span>
                    ) : (
                      <StatusDot tone="danger">{t("accounts.errors.email_taken")}</StatusDot>
                    )}
                  </td>
                </tr>
              ))}
              {left.slice(0, SHOWN).map(({ line, name, email, trouble }) => (
                <tr key={`line ${line} ${email}`}>
                  <Person name={name} email={email} />
                  <td className="px-3 py-1.5">
                    <StatusDot tone="danger">{trouble ? t(`accounts.invite.troubles.${trouble}`) : ""}</StatusDot>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {left.length > SHOWN ? (
            <p className="num px-3 py-2 text-sm text-muted">
              {t("accounts.invite.notShown", { count: left.length - SHOWN })}
            </p>
          ) : null}
        </div>
      </DialogBody>
      <DialogFooter>
        <Button variant="primary" onClick={dialog?.requestClose}>
          {t("accounts.link.done")}
        </Button>
      </DialogFooter>
    </>
  );
}

function Person({ name, email }: { name: string; email: string }) {
  return (
    <td className="w-2/5 max-w-0 px-3 py-1.5">
      <span className="block truncate font-medium" title={name}>
        {name}
      </span>
      <span className="block truncate text-muted" title={email}>
        {email}
      </span>
    </td>
  );
}

/** All links at once: to the clipboard, or as a file. */
function Takeaway({ created, onTaken }: { created: readonly (Invited & { link: string })[]; onTaken: () => void }) {
  const t = useTranslations();
  const [said, setSaid] = useState("");

  async function copy() {
    try {
      await navigator.clipboard.writeText(created.map(({ email, link }) => `${email}\t${link}`).join("\n"));
      setSaid(t("ui.copied"));
      onTaken();
    } catch {
      setSaid(t("ui.copyFailed")); // no clipboard without https or a permission; the file holds the same
    }
  }

  async function save() {
    const heads = [t("accounts.fields.name"), t("auth.email"), t("accounts.invite.link")];
    await saveLinks(heads, created);
    onTaken();
  }

  return (
    <div className="mt-2 flex flex-wrap items-center gap-2">
      <Button size="sm" icon={<Copy size={14} aria-hidden />} onClick={() => void copy()}>
        {t("accounts.invite.copyAll")}
      </Button>
      <Button size="sm" icon={<Download size={14} aria-hidden />} onClick={() => void save()}>
        {t("accounts.invite.csv")}
      </Button>
      <span role="status" className="text-sm text-muted">
        {said}
      </span>
    </div>
  );
}
