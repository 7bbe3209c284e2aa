"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { LateFilterFrame } from "./filter-frame.tsx";
import { late } from "./late.tsx";
import type { LateWindow } from "./late-popover.tsx";
import type { PickerWindow } from "./filter-picker-window.tsx";
import type { Option, Source } from "./picker-options.ts";
import { useFilterValues } from "./use-filter-values.ts";
import { usePicker } from "./use-picker.ts";

const window: LateWindow<PickerWindow> = late(() =>
  import("./filter-picker-window.tsx").then((file) => file.FilterPickerWindow),
);

type Props = {
  /** The name in the URL; several values are separated by commas. */
  param: string;
  label: string;
  source: Source;
  /** What the values are called that the URL came with. One without a name is not the reader's to know. */
  known: readonly Option[];
};

/** A filter of more choices than a list can show: one searches for them. */
export function FilterPicker({ param, label, source, known }: Props) {
  const t = useTranslations();
  const { values, choose, loading } = useFilterValues(param);
  const [picked, setPicked] = useState<readonly Option[]>([]);
  const picker = usePicker(source, (option) => {
    setPicked((before) => [...before, option]);
    choose(values.includes(option.value) ? without(option.value) : [...values, option.value]);
  });

  const without = (value: string) => values.filter((other) => other !== value);
  const labelOf = (value: string) =>
    [...known, ...picked].find((option) => option.value === value)?.label ?? t("ui.filter.unknown");

  return (
    <LateFilterFrame
      label={label}
      values={values.map(labelOf)}
      loading={loading}
      onClear={() => choose([])}
      open={picker.open}
      onOpenChange={(open) => {
        picker.setSearch("");
        if (open) picker.show();
        else picker.setOpen(false);
      }}
      window={window}
      given={{ label, picker, values, labelOf, onRemove: (value) => choose(without(value)) }}
    />
  );
}
