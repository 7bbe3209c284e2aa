"use client";

import { useTranslations } from "use-intl";
import { Chips } from "./chips.tsx";
import { type Hanging, HungPopover } from "./hung-popover.tsx";
import { PickerOptions } from "./picker-list.tsx";
import type { usePicker } from "./use-picker.ts";

export type PickerWindow = {
  label: string;
  picker: ReturnType<typeof usePicker>;
  values: readonly string[];
  labelOf: (value: string) => string;
  onRemove: (value: string) => void;
};

/** What is chosen, and a box that searches for more. */
export function FilterPickerWindow(props: PickerWindow & { hanging: Hanging }) {
  const { label, picker, values, labelOf, onRemove, hanging } = props;
  const t = useTranslations();
  return (
    <HungPopover hanging={hanging} aria-label={label} className="grid w-72 gap-1.5">
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
          <Chips values={values} labelOf={labelOf} onRemove={onRemove} />
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
    </HungPopover>
  );
}
