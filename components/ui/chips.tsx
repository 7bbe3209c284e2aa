"use client";

import { X } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";

const SHOWN = 20;

type Props = {
  values: readonly string[];
  labelOf: (value: string) => string;
  onRemove: (value: string) => void;
  disabled?: boolean;
};

/** Picked things; beyond twenty the rest waits behind "+480 more". */
export function Chips({ values, labelOf, onRemove, disabled }: Props) {
  const t = useTranslations();
  const [all, setAll] = useState(false);
  const shown = all ? values : values.slice(0, SHOWN);
  const rest = values.length - SHOWN;
  if (values.length === 0) return null;
  return (
    <ul className="contents">
      {shown.map((value) => (
        <li
          key={value}
          className="inline-flex h-6 max-w-full items-center rounded-md border border-border bg-sunken pl-2 text-sm"
        >
          <span className="truncate">{labelOf(value)}</span>
          <button
            type="button"
            disabled={disabled}
            aria-label={t("ui.picker.remove", { name: labelOf(value) })}
            onClick={() => onRemove(value)}
            className="grid size-6 shrink-0 place-items-center rounded-md text-faint hover:text-text"
          >
            <X size={12} aria-hidden />
          </button>
        </li>
      ))}
      {rest > 0 ? (
        <li>
          <button
            type="button"
            onClick={() => setAll(!all)}
            className="h-6 rounded-md px-1.5 text-sm font-medium text-accent hover:underline"
          >
            {all ? t("ui.picker.fewer") : t("ui.picker.more", { count: rest })}
          </button>
        </li>
      ) : null}
    </ul>
  );
}
