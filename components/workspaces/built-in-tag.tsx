"use client";

import { useTranslations } from "use-intl";
import { Tag } from "#components/ui/tag.tsx";
import { Tooltip } from "#components/ui/tooltip.tsx";

/** Marks `default` and `system`; says what of them is fixed. */
export function BuiltInTag({ builtIn }: { builtIn: "DEFAULT" | "SYSTEM" }) {
  const t = useTranslations();
  const text = t(`workspaces.builtIn.${builtIn}`);
  return (
    <Tooltip content={text}>
      <button type="button" className="inline-flex min-h-6 items-center rounded-sm">
        <Tag>{t("workspaces.builtIn.tag")}</Tag>
        <span className="sr-only">: {text}</span>
      </button>
    </Tooltip>
  );
}
