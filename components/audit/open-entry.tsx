"use client";

import { useTranslations } from "use-intl";
import { undisturbed } from "#components/shell/live-changes.ts";
import { useInAddress } from "#components/ui/use-address.ts";

/** Opens an entry beside the list; its address can be sent to somebody. */
export function OpenEntry({ id, name }: { id: string; name: string }) {
  const t = useTranslations();
  const { set } = useInAddress("push");
  return (
    <button
      type="button"
      data-entry={id}
      aria-label={name}
      onClick={() => undisturbed(() => set({ entry: id }))}
      className="min-h-6 font-medium text-accent hover:underline"
    >
      {t("audit.show")}
    </button>
  );
}
