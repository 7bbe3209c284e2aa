"use client";

import { useState } from "react";
import type { FieldPath, FieldValues } from "react-hook-form";
import { useController } from "react-hook-form";
import { Chips } from "./chips.tsx";
import type { FieldProps } from "./field.tsx";
import { FieldFrame } from "./field.tsx";
import { PickerList } from "./picker-list.tsx";
import type { Option, Source } from "./picker-options.ts";
import { Popover, PopoverAnchor } from "./popover.tsx";
import { usePicker } from "./use-picker.ts";

type Props<V extends FieldValues, N extends FieldPath<V>, C, O> = FieldProps<V, N, C, O> & {
  source: Source;
  /** The labels of values that the form holds without anybody having picked them here. */
  known?: readonly Option[];
  placeholder?: string;
  /** Makes an option of text that the source does not hold (Enter, comma, or pasted lines); null refuses it. */
  create?: (text: string) => Option | null;
};

/** Several of many, as chips in a box that searches. The form holds the values of the options, in the order of picking. */
export function MultiPickerField<V extends FieldValues, N extends FieldPath<V>, C, O>(props: Props<V, N, C, O>) {
  const { control, name, label, hint, disabled, source, known = [], placeholder, create } = props;
  const { field, fieldState } = useController({ control, name });
  const values: readonly string[] = field.value ?? [];
  const [seen, setSeen] = useState<ReadonlyMap<string, Option>>(
    () => new Map(known.map((option) => [option.value, option])),
  );
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const chosen = new Set(values);

  function add(options: readonly Option[]) {
    setSeen((before) => new Map([...before, ...options.map((option) => [option.value, option] as const)]));
    field.onChange([...new Set([...values, ...options.map(({ value }) => value)])]);
  }

  function remove(value: string) {
    field.onChange(values.filter((other) => other !== value));
  }

  const picker = usePicker(source, (option) => {
    if (chosen.has(option.value)) remove(option.value);
    else add([option]);
    picker.setSearch("");
  });

  function addTyped(text: string) {
    if (!create) return;
    const parts = text
      .split(/[\n\r,，;；]+/u)
      .map((part) => part.trim())
      .filter(Boolean);
    add(parts.map(create).filter((option) => option !== null));
    picker.setSearch("");
  }

  function labelOf(value: string): string {
    const is = (option: Option) => option.value === value;
    return (seen.get(value) ?? known.find(is) ?? source.options?.find(is))?.label ?? value;
  }

  return (
    <FieldFrame label={label} hint={hint} error={fieldState.error?.message}>
      {({ id, describedBy, invalid }) => (
        <Popover open={picker.open} onOpenChange={picker.setOpen}>
          <PopoverAnchor asChild>
            <div ref={setAnchor} className="field-box flex min-h-9 flex-wrap items-center gap-1.5 p-1.25">
              <Chips values={values} labelOf={labelOf} onRemove={remove} disabled={disabled} />
              <input
                {...picker.aria}
                ref={field.ref}
                id={id}
                name={name}
                value={picker.search}
                placeholder={placeholder}
                disabled={disabled}
                aria-describedby={describedBy}
                aria-invalid={invalid}
                onChange={(event) => picker.type(event.target.value)}
                onPaste={(event) => {
                  const text = event.clipboardData.getData("text");
                  if (!create || !/[\n\r,，;；]/u.test(text)) return;
                  event.preventDefault();
                  addTyped(text);
                }}
                onKeyDown={(event) => {
                  const last = values.at(-1);
                  if (event.key === "Backspace" && picker.search === "" && last !== undefined) remove(last);
                  const typed = create !== undefined && picker.search.trim() !== "" && !event.nativeEvent.isComposing;
                  if (typed && (event.key === "," || (event.key === "Enter" && picker.found.options.length === 0))) {
                    event.preventDefault();
                    addTyped(picker.search);
                    return;
                  }
                  picker.onKeyDown(event);
                }}
                onMouseDown={picker.show} // not on the click: a message about the field left may move this one away
                onBlur={() => {
                  picker.setOpen(false);
                  addTyped(picker.search);
                  if (!create) picker.setSearch("");
                  field.onBlur();
                }}
                className="h-6 min-w-24 flex-1 bg-transparent px-1 outline-none"
              />
            </div>
          </PopoverAnchor>
          <PickerList
            id={picker.listId}
            found={picker.found}
            active={picker.active}
            chosen={chosen}
            multiple
            anchor={anchor}
            onHover={picker.setActive}
            onPick={picker.pickAt}
          />
        </Popover>
      )}
    </FieldFrame>
  );
}
