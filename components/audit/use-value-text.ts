"use client";

import { useFormatter, useTranslations } from "use-intl";
import { useRoleName } from "#components/shell/use-role-name.ts";
import type { MessageKey } from "#lib/i18n/translator.ts";

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;

/** A value of an entry in words: names for ids, roles and states as they are called, times in the reader's zone. */
export function useValueText(names: Readonly<Record<string, string>>): (value: unknown) => string {
  const t = useTranslations();
  const format = useFormatter();
  const roleName = useRoleName();
  return (value) => {
    if (value === null || value === undefined || value === "" || (Array.isArray(value) && value.length === 0))
      return t("audit.changes.nothing");
    if (typeof value === "boolean") return t(`audit.changes.${value ? "yes" : "no"}`);
    if (typeof value === "number") return format.number(value);
    if (typeof value !== "string") return JSON.stringify(value, null, 1);
    const name = names[value];
    if (name !== undefined) return t("audit.changes.named", { name, id: value });
    if (MOMENT.test(value)) return format.dateTime(new Date(value), { dateStyle: "medium", timeStyle: "medium" });
    const status = `workspaces.status.${value}` as MessageKey;
    if (/^[A-Z_]+$/.test(value) && t.has(status)) return t(status);
    const permission = `management.${value.replaceAll(".", "_")}` as MessageKey;
    if (/^[a-zA-Z]+\.[a-z]+$/.test(value) && t.has(permission)) return t(permission);
    return roleName(value);
  };
}
