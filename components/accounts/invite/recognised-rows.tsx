"use client";

import { memo } from "react";
import { useTranslations } from "use-intl";
import { StatusDot } from "#components/ui/status-dot.tsx";
import type { Recognised } from "./recognise.ts";

/** More rows than these are counted, not shown. */
const SHOWN = 500;

/** What was recognised, a row each: those with problems first, since they need a hand. */
export function RecognisedRows({ rows }: { rows: readonly Recognised[] }) {
  const t = useTranslations();
  const wrong = rows.filter(({ trouble }) => trouble !== null);
  const inOrder = [...wrong, ...rows.filter(({ trouble }) => trouble === null)];
  return (
    <section aria-label={t("accounts.invite.recognised")} className="grid min-h-64 content-start gap-2">
      <p role="status" className="num text-sm text-muted">
        {rows.length === 0
          ? t("accounts.invite.none")
          : t("accounts.invite.summary", { right: rows.length - wrong.length, wrong: wrong.length })}
      </p>
      {rows.length > 0 ? (
        <div
          tabIndex={0}
          role="group"
          aria-label={t("accounts.invite.recognised")}
          className="max-h-56 overflow-y-auto rounded-lg border border-border"
        >
          <table className="w-full text-left text-sm">
            <thead className="sr-only">
              <tr>
                <th scope="col">{t("accounts.invite.line")}</th>
                <th scope="col">{t("accounts.invite.person")}</th>
                <th scope="col">{t("accounts.fields.status")}</th>
              </tr>
            </thead>
            <tbody>
              {inOrder.slice(0, SHOWN).map((row, index) => (
                <RecognisedRow key={index} {...row} />
              ))}
            </tbody>
          </table>
          {rows.length > SHOWN ? (
            <p className="num px-3 py-2 text-muted">{t("accounts.invite.notShown", { count: rows.length - SHOWN })}</p>
          ) : null}
        </div>
      ) : null}
    </section>
  );
}

const RecognisedRow = memo(function RecognisedRow({ line, name, email, guessed, trouble }: Recognised) {
  const t = useTranslations();
  return (
    <tr className="align-baseline not-last:*:border-b not-last:*:border-border">
      <td className="num w-10 py-1.5 pl-3 text-right text-faint">{line}</td>
      <td className="max-w-0 px-3 py-1.5">
        <span className="block truncate" title={name}>
          {name}
          {guessed && name ? <span className="text-muted"> {t("accounts.invite.guessed")}</span> : null}
        </span>
        <span className="block truncate text-muted" title={email}>
          {email}
        </span>
      </td>
      <td className="w-2/5 py-1.5 pr-3">
        {trouble ? (
          <StatusDot tone="danger">{t(`accounts.invite.troubles.${trouble}`)}</StatusDot>
        ) : (
          <StatusDot tone="ok">{t("accounts.invite.ready")}</StatusDot>
        )}
      </td>
    </tr>
  );
});
