"use client";

import { ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { useState } from "react";
import type { FieldPath, FieldValues } from "react-hook-form";
import { useController } from "react-hook-form";
import type { FieldProps } from "./field.tsx";
import { FieldFrame } from "./field.tsx";
import { PickerList } from "./picker-list.tsx";
import type { Option, Source } from "./picker-options.ts";
import { Popover, PopoverAnchor } from "./popover.tsx";
import { usePicker } from "./use-picker.ts";

type Props<V extends FieldValues, N extends FieldPath<V>, C, O> = FieldProps<V, N, C, O> & {
  source: Source;
  /** The label of the value that the form starts with, where the source does not hold all options. */
  known?: readonly Option[];
  placeholder?: string;
  /** Stands inside the box at the right ("Create Enterprise Project"). */
  inside?: ReactNode;
  onPick?: (option: Option) => void;
};

/** One of many: a box that searches. The form holds the value of the option. */
export function PickerField<V extends FieldValues, N extends FieldPath<V>, C, O>(props: Props<V, N, C, O>) {
  const { control, name, label, hint, disabled, source, known = [], placeholder, inside, onPick } = props;
  const { field, fieldState } = useController({ control, name });
  const [picked, setPicked] = useState<Option>();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [typing, setTyping] = useState(false);

  const picker = usePicker(source, (option) => {
    setPicked(option);
    field.onChange(option.value);
    onPick?.(option);
    leave();
  });
  const current = [picked, ...known, ...(source.options ?? []), ...picker.found.options].find(
    (option) => option?.value === field.value,
  );

  function leave() {
    picker.setOpen(false);
    picker.setSearch("");
    setTyping(false);
  }

  return (
    <FieldFrame label={label} hint={hint} error={fieldState.error?.message}>
      {({ id, describedBy, invalid }) => (
        <Popover open={picker.open} onOpenChange={(open) => (open ? picker.show() : leave())}>
          <PopoverAnchor asChild>
            <div ref={setAnchor} className="field-box flex h-9 items-center gap-2 pr-2.5">
              <input
                {...picker.aria}
                ref={field.ref}
                id={id}
                name={name}
                value={typing ? picker.search : (current?.label ?? "")}
                placeholder={typing ? current?.label : placeholder}
                disabled={disabled}
                aria-describedby={describedBy}
                aria-invalid={invalid}
                onChange={(event) => {
                  setTyping(true);
                  picker.type(event.target.value);
                }}
                onKeyDown={picker.onKeyDown}
                onMouseDown={picker.show} // not on the click: a message about the field left may move this one away
                onFocus={(event) => event.target.select()}
                onBlur={() => {
                  leave();
                  field.onBlur();
                }}
                className="h-full min-w-0 flex-1 truncate bg-transparent pl-2.5 outline-none"
              />
              {inside}
              <ChevronDown size={14} aria-hidden className="pointer-events-none shrink-0 text-muted" />
            </div>
          </PopoverAnchor>
          <PickerList
            id={picker.listId}
            found={picker.found}
            active={picker.active}
            chosen={new Set([String(field.value ?? "")])}
            anchor={anchor}
            onHover={picker.setActive}
            onPick={picker.pickAt}
          />
        </Popover>
      )}
    </FieldFrame>
  );
}
