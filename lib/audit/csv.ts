import type { Column } from "#lib/entry/download.ts";
import type { MessageKey, T } from "#lib/i18n/translator.ts";
import type { AuditEntry } from "./schema.ts";
import { eventText } from "./words.ts";

const json = (value: unknown) => (value === null || value === undefined ? null : JSON.stringify(value));

/** All that entries say, ids beside names; times in UTC, to the microsecond. */
export function csvColumns(t: T): Column<AuditEntry>[] {
  const through = (said: string) => {
    const key = `audit.through.${said}` as MessageKey;
    return t.has(key) ? t(key) : said;
  };
  return [
    { head: t("audit.fields.id"), cell: ({ id }) => id },
    { head: t("audit.fields.when"), cell: ({ at }) => at },
    { head: t("audit.fields.outcome"), cell: ({ outcome }) => t(`audit.outcome.${outcome}`) },
    { head: t("audit.fields.what"), cell: ({ event }) => eventText(t, event) },
    { head: t("audit.fields.event"), cell: ({ event }) => event },
    { head: t("audit.fields.who"), cell: ({ actor }) => actor?.name ?? null },
    { head: t("audit.fields.actorId"), cell: ({ actor }) => actor?.id ?? null },
    { head: t("audit.fields.actingAs"), cell: ({ actingAs }) => actingAs?.name ?? actingAs?.id ?? null },
    { head: t("audit.fields.through"), cell: ({ through: said }) => through(said) },
    { head: t("audit.fields.from"), cell: ({ address }) => address },
    { head: t("audit.fields.on"), cell: ({ object }) => object?.name ?? null },
    { head: t("audit.fields.objectKind"), cell: ({ object }) => object?.kind ?? null },
    { head: t("audit.fields.objectId"), cell: ({ object }) => object?.id ?? null },
    { head: t("audit.fields.workspace"), cell: ({ workspace }) => workspace?.name ?? null },
    { head: t("audit.fields.workspaceId"), cell: ({ workspace }) => workspace?.id ?? null },
    { head: t("audit.fields.requestId"), cell: ({ requestId }) => requestId },
    { head: t("audit.fields.before"), cell: ({ before }) => json(before) },
    { head: t("audit.fields.after"), cell: ({ after }) => json(after) },
    { head: t("audit.fields.reason"), cell: ({ reason }) => json(reason) },
  ];
}
