"use client";

import { CircleCheck, CircleSlash, X } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { Reasons } from "#components/ui/states.tsx";
import { reasonText, say } from "#lib/access/reasons.ts";
import type { Step } from "#lib/access/types.ts";
import type { MessageKey } from "#lib/i18n/translator.ts";
import { chainsOf, reachOf, type AccessCell, type ModuleRow } from "./chain.ts";

type Props = {
  row: ModuleRow;
  cell: AccessCell;
  /** Whom it is about; null for the reader. */
  name: string | null;
  roleNames: Readonly<Record<string, string>>;
  onClose: () => void;
};

/** The answer to one cell: yes or no, the chain that leads there, and each of its steps in a sentence. */
export function Verdict({ row, cell, name, roleNames, onClose }: Props) {
  const t = useTranslations();
  const words = t as Parameters<typeof say>[1];
  const reach = reachOf(cell);
  const thing = t(`reasons.things.${row.module}`);
  const act = t(`access.acts.${cell.verb}` as MessageKey, { module: row.module, thing } as never);
  const answer = { who: name === null ? "you" : "other", name: name ?? "", act };
  const chains = chainsOf(cell, row, roleNames).map((links) =>
    links.map((link) => (typeof link === "string" ? link : say(link, words))),
  );
  const steps = (cell.because as Step[]).map((step) => reasonText(step, words, name ?? undefined));
  const Icon = cell.allowed ? CircleCheck : CircleSlash;
  return (
    <>
      <div className="flex items-start gap-2.5">
        <Icon
          size={18}
          aria-hidden
          className={cell.allowed ? "mt-0.5 shrink-0 text-ok" : "mt-0.5 shrink-0 text-muted"}
        />
        <h2 className="min-w-0 flex-1 font-semibold text-pretty wrap-anywhere">
          {t(`access.answer.${reach}`, answer)}
        </h2>
        <Button
          variant="ghost"
          size="icon"
          aria-label={t("access.closeWhy")}
          className="-mt-1.5 -mr-2"
          onClick={onClose}
          icon={<X size={16} aria-hidden />}
        />
      </div>
      {reach === "own" || reach === "public" || reach === "own_public" ? (
        <p className="mt-1 pl-7 text-sm text-muted">{t(`access.reach.${reach}`)}</p>
      ) : null}
      {chains.length > 0 ? (
        <ul aria-label={t("access.chain")} className="mt-3 grid gap-1.5 rounded-lg bg-sunken px-3 py-2.5 text-sm">
          {chains.map((links) => (
            <li key={links.join()} className="text-pretty wrap-anywhere">
              {links.map((link, index) => (
                <span key={index}>
                  {index > 0 ? <span className="text-faint"> → </span> : null}
                  <span className={index === links.length - 1 ? "font-medium" : undefined}>{link}</span>
                </span>
              ))}
              {cell.allowed ? null : (
                <span aria-hidden className="text-danger">
                  {" "}
                  ✗
                </span>
              )}
            </li>
          ))}
        </ul>
      ) : null}
      <div className="text-sm">
        <Reasons steps={steps} />
      </div>
    </>
  );
}
