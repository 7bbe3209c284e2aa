"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { Chips } from "./chips.tsx";
import { FilterFrame } from "./filter-frame.tsx";
import { PickerOptions } from "./picker-list.tsx";
import type { Option, Source } from "./picker-options.ts";
import { useFilterValues } from "./use-filter-values.ts";
import { usePicker } from "./use-picker.ts";

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
    <FilterFrame
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
      className="grid w-72 gap-1.5"
    >
      <input
        {...picker.aria}
        type="text"
        aria-label={t("ui.filter.find", { label })}
        placeholder={t("ui.filter.find", { label })}
        value={picker.search}
        onChange={(event) => picker.type(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Tab") picker.onKeyDown(event); // on to what is chosen, within this window
        }}
        className="field-box h-8.5 w-full px-2.5"
      />
      {values.length > 0 ? (
        <div className="flex flex-wrap gap-1.5">
          <Chips values={values} labelOf={labelOf} onRemove={(value) => choose(without(value))} />
        </div>
      ) : null}
      <PickerOptions
        id={picker.listId}
        found={picker.found}
        active={picker.active}
        chosen={new Set(values)}
        multiple
        onHover={picker.setActive}
        onPick={picker.pickAt}
      />
    </FilterFrame>
  );
}
