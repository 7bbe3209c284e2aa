import { Link } from "#components/ui/link.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { StatusDot } from "#components/ui/status-dot.tsx";
import { Cell, Head, Row, Table, TableBody, TableHead } from "#components/ui/table.tsx";
import type { AuditEntry } from "#lib/audit/schema.ts";
import { eventText } from "#lib/audit/words.ts";
import { getT } from "#lib/i18n/server.ts";
import type { T } from "#lib/i18n/translator.ts";
import { onlyActor } from "./address.ts";
import { kindText, throughText } from "./names.ts";
import { OpenEntry } from "./open-entry.tsx";
import { refusalSteps } from "./refusal.ts";

// A card on narrow screens: what happened and when in the first line, then on what, by whom, and what came of it.
const CARD = "max-md:grid max-md:grid-cols-[minmax(0,1fr)_auto] max-md:gap-x-3 max-md:gap-y-0.5";
const WIDE = "max-md:col-span-2 max-md:max-w-full";

export async function AuditTable({ entries }: { entries: readonly AuditEntry[] }) {
  const t = await getT();
  return (
    <Table label={t("audit.title")}>
      <TableHead>
        <Head>{t("audit.fields.when")}</Head>
        <Head>{t("audit.fields.who")}</Head>
        <Head>{t("audit.fields.what")}</Head>
        <Head>{t("audit.fields.on")}</Head>
        <Head>{t("audit.fields.from")}</Head>
        <Head>{t("audit.fields.outcome")}</Head>
        <Head>{t("audit.fields.details")}</Head>
      </TableHead>
      <TableBody>
        {entries.map((entry) => (
          <Row key={entry.id} className={CARD}>
            <Cell narrow="line" className="whitespace-nowrap text-muted max-md:order-2 max-md:justify-self-end">
              <RelativeTime at={entry.at} />
            </Cell>
            <Cell narrow="line" className={`max-w-56 max-md:order-4 ${WIDE}`}>
              <Who t={t} entry={entry} />
            </Cell>
            <Cell narrow="line" className="font-medium max-md:order-1">
              {eventText(t, entry.event)}
            </Cell>
            <Cell narrow="line" className={`max-w-64 max-md:order-3 ${WIDE}`}>
              <OnWhat t={t} object={entry.object} />
            </Cell>
            <Cell narrow="hide" className="num text-muted">
              {entry.address ?? t("audit.nothing")}
            </Cell>
            <Cell narrow="line" className="max-w-72 max-md:order-5 max-md:max-w-full">
              <Outcome t={t} entry={entry} />
            </Cell>
            <Cell narrow="line" className="whitespace-nowrap max-md:order-6 max-md:self-end max-md:justify-self-end">
              <OpenEntry id={entry.id} name={nameOf(t, entry)} />
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}

function nameOf(t: T, { event, object }: AuditEntry): string {
  return t("audit.showOf", { event: eventText(t, event), name: object?.name ?? object?.id ?? t("audit.nothing") });
}

function Who({ t, entry: { actor, actingAs, through } }: { t: T; entry: AuditEntry }) {
  if (!actor) return <span className="text-muted">{t("audit.nobody")}</span>;
  const name = actor.name ?? actor.id;
  return (
    <span className="grid min-w-0">
      <Link href={onlyActor(actor.id)} title={t("audit.onlyActor", { name })} className="truncate hover:underline">
        {name}
      </Link>
      {through === "session" && !actingAs ? null : (
        <span className="truncate text-xs text-muted">
          {[actingAs ? t("shell.acting.as", { name: actingAs.name ?? actingAs.id }) : null, throughText(t, through)]
            .filter(Boolean)
            .join(" · ")}
        </span>
      )}
    </span>
  );
}

function OnWhat({ t, object }: { t: T; object: AuditEntry["object"] }) {
  if (!object) return <span className="text-muted">{t("audit.nothing")}</span>;
  return (
    <span className="grid min-w-0">
      <span className="truncate" title={object.name ?? object.id}>
        {object.name ?? <code className="text-xs">{object.id}</code>}
      </span>
      <span className="truncate text-xs text-muted">{kindText(t, object.kind)}</span>
    </span>
  );
}

function Outcome({ t, entry }: { t: T; entry: AuditEntry }) {
  const refused = entry.outcome === "REFUSED";
  const why = refusalSteps(t, entry.reason).at(-1);
  return (
    <span className="grid">
      <StatusDot tone={refused ? "danger" : "ok"}>{t(`audit.outcome.${entry.outcome}`)}</StatusDot>
      {refused && why ? <span className="text-xs text-muted wrap-anywhere">{why}</span> : null}
    </span>
  );
}
