"use client";

import { parseAsString, useQueryState } from "nuqs";
import { useTranslations } from "use-intl";
import { undisturbed } from "#components/shell/live-changes.ts";

/** Opens an entry beside the list; its address can be sent to somebody. */
export function OpenEntry({ id, name }: { id: string; name: string }) {
  const t = useTranslations();
  const [, open] = useQueryState("entry", parseAsString.withOptions({ history: "push" }));
  return (
    <button
      type="button"
      data-entry={id}
      aria-label={name}
      onClick={() => undisturbed(() => void open(id))}
      className="min-h-6 font-medium text-accent hover:underline"
    >
      {t("audit.show")}
    </button>
  );
}
