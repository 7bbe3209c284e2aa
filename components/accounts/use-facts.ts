"use client";

import { useTranslations } from "use-intl";
import type { UserView } from "#lib/accounts/schema.ts";

type Change = { label: string; before: string; now: string };

/** What of a user is another than before, in words. */
export function useFacts() {
  const t = useTranslations();
  return (before: UserView, now: UserView): Change[] => {
    const words = (user: UserView) => [
      { label: t("accounts.fields.name"), said: user.name },
      { label: t("auth.email"), said: user.email ?? t("ui.conflict.empty") },
      { label: t("accounts.fields.status"), said: t(`accounts.status.${user.status}`) },
      { label: t("accounts.administrator"), said: t(user.manages ? "accounts.yes" : "accounts.no") },
    ];
    const later = words(now);
    return words(before).flatMap(({ label, said }, index) => {
      const is = later[index]?.said ?? said;
      return is === said ? [] : [{ label, before: said, now: is }];
    });
  };
}
