"use client";

import { useState, type ReactNode } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { Drawer } from "#components/ui/drawer.tsx";
import { Reasons } from "#components/ui/states.tsx";
import type { AuditEntry } from "#lib/audit/schema.ts";
import { eventText } from "#lib/audit/words.ts";
import { Changes } from "./changes.tsx";
import { kindText, throughText } from "./names.ts";
import { refusalSteps } from "./refusal.ts";

/** A link that opens all that an entry holds. */
export function EntryDetails({ entry }: { entry: AuditEntry }) {
  const t = useTranslations();
  const [open, setOpen] = useState(false);
  const event = eventText(t, entry.event);
  const name = entry.object?.name ?? entry.object?.id ?? t("audit.nothing");
  return (
    <>
      <button
        type="button"
        aria-label={t("audit.showOf", { event, name })}
        onClick={() => setOpen(true)}
        className="font-medium text-accent hover:underline"
      >
        {t("audit.show")}
      </button>
      <Drawer open={open} onOpenChange={setOpen} title={event}>
        <div className="grid gap-5 p-4">
          <Facts entry={entry} />
          {entry.outcome === "REFUSED" ? <Why entry={entry} /> : null}
          <Changes before={entry.before} after={entry.after} />
        </div>
      </Drawer>
    </>
  );
}

function Facts({ entry }: { entry: AuditEntry }) {
  const t = useTranslations();
  const format = useFormatter();
  const { actor, actingAs, object } = entry;
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5 text-sm">
      <Fact name={t("audit.fields.when")}>
        <time dateTime={entry.at} title={entry.at} className="num">
          {format.dateTime(new Date(entry.at), { dateStyle: "medium", timeStyle: "long" })}
        </time>
      </Fact>
      <Fact name={t("audit.fields.who")}>{actor ? <Named thing={actor} /> : t("audit.nobody")}</Fact>
      {actingAs ? (
        <Fact name={t("audit.fields.actingAs")}>
          <Named thing={actingAs} />
        </Fact>
      ) : null}
      <Fact name={t("audit.fields.through")}>{throughText(t, entry.through)}</Fact>
      <Fact name={t("audit.fields.event")}>
        <code>{entry.event}</code>
      </Fact>
      <Fact name={t("audit.fields.on")}>
        {object ? (
          <>
            {kindText(t, object.kind)} <Named thing={object} />
          </>
        ) : (
          t("audit.nothing")
        )}
      </Fact>
      <Fact name={t("audit.fields.from")}>{entry.address ?? t("audit.nothing")}</Fact>
      <Fact name={t("audit.fields.outcome")}>{t(`audit.outcome.${entry.outcome}`)}</Fact>
      <Fact name={t("audit.fields.requestId")}>
        <Id id={entry.requestId} name={t("audit.fields.requestId")} />
      </Fact>
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{name}</dt>
      <dd className="min-w-0 wrap-anywhere">{children}</dd>
    </>
  );
}

function Named({ thing: { id, name } }: { thing: { id: string; name: string | null } }) {
  return (
    <>
      {name ? <span className="block">{name}</span> : null}
      <Id id={id} name={name ?? id} />
    </>
  );
}

function Id({ id, name }: { id: string; name: string }) {
  return (
    <span className="inline-flex items-center gap-1 text-muted">
      <code className="text-xs">{id}</code>
      <CopyButton value={id} name={name} />
    </span>
  );
}

function Why({ entry }: { entry: AuditEntry }) {
  const t = useTranslations();
  const steps = refusalSteps(t, entry.reason);
  if (steps.length === 0) return null;
  return (
    <section aria-label={t("audit.fields.reason")} className="text-sm">
      <h3 className="font-semibold">{t("audit.fields.reason")}</h3>
      <Reasons steps={steps} />
    </section>
  );
}
