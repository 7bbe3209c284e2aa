"use client";

import { useCallback, useRef } from "react";
import { useTranslations } from "use-intl";
import type { Option } from "#components/ui/picker-options.ts";
import type { PrincipalView } from "#lib/accounts/schema.ts";
import { searchPrincipals } from "../api.ts";
import { typedName } from "./people.ts";

/**
 * Finds principals of one kind for a picker. Of federated users also offers what was typed, first and marked as not seen
 * yet, unless somebody has exactly this name.
 */
export function usePrincipals(kind: PrincipalView["kind"], except: ReadonlySet<string> | undefined) {
  const t = useTranslations();
  const byName = useRef(new Map<string, Option>());

  const load = useCallback(
    async (search: string, signal: AbortSignal): Promise<Option[]> => {
      const found = await searchPrincipals(kind, search, signal);
      const options = found.map(({ id, name, email, status }) => ({
        value: id,
        label: name,
        hint: status === "UNSEEN" ? t("workspaces.people.unseenHint") : (email ?? undefined),
        reason: except?.has(id) ? t("workspaces.people.already") : undefined,
      }));
      if (kind !== "FEDERATED_USER") return options;
      found.forEach(({ id, name }, index) => {
        for (const key of [id, name]) if (options[index]) byName.current.set(key, options[index]);
      });
      if (search === "" || /[,，;；]/u.test(search) || byName.current.has(search)) return options;
      const typed = { value: typedName(search), label: t("workspaces.people.unseen", { name: search }) };
      return [typed, ...options];
    },
    [kind, except, t],
  );
  const optionFor = useCallback((text: string) => byName.current.get(text) ?? null, []);
  return { load, optionFor };
}
