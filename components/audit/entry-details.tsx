"use client";

import { Link } from "#components/ui/link.tsx";
import type { ReactNode } from "react";
import { useFormatter, useTranslations } from "use-intl";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { Reasons } from "#components/ui/states.tsx";
import { StatusDot } from "#components/ui/status-dot.tsx";
import type { AuditDetails } from "#lib/audit/schema.ts";
import { onlyActor, onlyObject, onlyRequest } from "./address.ts";
import { Changes } from "./changes.tsx";
import { kindText, throughText } from "./names.ts";
import { refusalSteps } from "./refusal.ts";

/** All that an entry holds: who, on what, from where, why it was refused, what it changed, and how it is kept. */
export function EntryDetails({ entry }: { entry: AuditDetails }) {
  const t = useTranslations();
  const { names: _names, seal: _seal, ...raw } = entry;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5 p-4">
      <Facts entry={entry} />
      {entry.outcome === "REFUSED" ? <Why entry={entry} /> : null}
      <section aria-label={t("audit.changes.title")}>
        <h3 className="mb-2 font-semibold">{t("audit.changes.title")}</h3>
        <Changes before={entry.before} after={entry.after} names={entry.names} />
      </section>
      <details className="text-sm">
        <summary className="min-h-6 cursor-pointer rounded-sm font-medium">{t("audit.raw")}</summary>
        <div className="relative mt-2">
          <CopyButton
            value={JSON.stringify(raw, null, 2)}
            name={t("audit.raw")}
            className="absolute top-1.5 right-1.5 rounded-md bg-sunken"
          />
          <pre
            tabIndex={0}
            aria-label={t("audit.raw")}
            className="max-h-96 overflow-auto rounded-lg border border-border bg-sunken p-3 text-xs"
          >
            {JSON.stringify(raw, null, 2)}
          </pre>
        </div>
      </details>
    </div>
  );
}

function Facts({ entry }: { entry: AuditDetails }) {
  const t = useTranslations();
  const format = useFormatter();
  const { actor, actingAs, object, workspace, seal } = entry;
  const at = (moment: string) => format.dateTime(new Date(moment), { dateStyle: "medium", timeStyle: "long" });
  return (
    <dl className="grid grid-cols-[minmax(auto,8rem)_minmax(0,1fr)] gap-x-4 gap-y-1.5 text-sm">
      <Fact name={t("audit.fields.outcome")}>
        <StatusDot tone={entry.outcome === "REFUSED" ? "danger" : "ok"}>
          {t(`audit.outcome.${entry.outcome}`)}
        </StatusDot>
      </Fact>
      <Fact name={t("audit.fields.when")}>
        <time dateTime={entry.at} title={entry.at} className="num">
          {at(entry.at)}
        </time>
      </Fact>
      <Fact name={t("audit.fields.who")}>
        {actor ? <Named thing={actor} href={onlyActor(actor.id)} only={t("audit.only.actor")} /> : t("audit.nobody")}
      </Fact>
      {actingAs ? (
        <Fact name={t("audit.fields.actingAs")}>
          <Named thing={actingAs} />
        </Fact>
      ) : null}
      <Fact name={t("audit.fields.through")}>{throughText(t, entry.through)}</Fact>
      <Fact name={t("audit.fields.from")}>{entry.address ?? t("audit.nothing")}</Fact>
      <Fact name={t("audit.fields.event")}>
        <code className="text-xs">{entry.event}</code>
      </Fact>
      <Fact name={t("audit.fields.on")}>
        {object ? (
          <>
            <span className="text-muted">{kindText(t, object.kind)}</span>
            <Named thing={object} href={onlyObject(object.id)} only={t("audit.only.object")} />
          </>
        ) : (
          t("audit.nothing")
        )}
      </Fact>
      {workspace && workspace.id !== object?.id ? (
        <Fact name={t("audit.fields.workspace")}>
          <Named thing={workspace} />
        </Fact>
      ) : null}
      <Fact name={t("audit.fields.requestId")}>
        <Id id={entry.requestId} name={t("audit.fields.requestId")} />
        <Only href={onlyRequest(entry.requestId)}>{t("audit.only.request")}</Only>
      </Fact>
      <Fact name={t("audit.fields.id")}>
        <Id id={entry.id} name={t("audit.fields.id")} />
      </Fact>
      <Fact name={t("audit.fields.sealed")}>
        {seal ? (
          <span title={at(seal.sealedAt)}>{t("audit.sealed", { seq: Number(seal.seq) })}</span>
        ) : (
          <span className="text-muted">{t("audit.notSealed")}</span>
        )}
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

type Thing = { id: string; name: string | null };

function Named({ thing: { id, name }, href, only }: { thing: Thing; href?: string; only?: string }) {
  return (
    <>
      {name ? <span className="block">{name}</span> : null}
      <Id id={id} name={name ?? id} />
      {href ? <Only href={href}>{only}</Only> : null}
    </>
  );
}

function Only({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} className="block min-h-6 w-fit text-accent hover:underline">
      {children}
    </Link>
  );
}

function Id({ id, name }: { id: string; name: string }) {
  return (
    <span className="flex items-center gap-1 text-muted">
      <code className="min-w-0 text-xs wrap-anywhere">{id}</code>
      <CopyButton value={id} name={name} />
    </span>
  );
}

function Why({ entry }: { entry: AuditDetails }) {
  const t = useTranslations();
  const steps = refusalSteps(t, entry.reason);
  if (steps.length === 0) return null;
  return (
    <section aria-label={t("audit.fields.reason")} className="text-sm">
      <h3 className="text-base font-semibold">{t("audit.fields.reason")}</h3>
      <Reasons steps={steps} />
    </section>
  );
}
