"use client";

import type { KeyboardEvent } from "react";
import { useId, useState } from "react";
import { type Option, optionId, type Source, useOptions } from "./picker-options.ts";

/** The state and the keys of a searching box with a list: arrows, Home/End by the text itself, Enter, Escape, Tab. */
export function usePicker(source: Source, pick: (option: Option) => void) {
  const listId = useId();
  const [open, setOpen] = useState(false);
  const [search, setSearch] = useState("");
  const [wanted, setActive] = useState(0);
  const found = useOptions(source, search, open);
  const active = Math.min(wanted, found.options.length - 1);

  function show() {
    setOpen(true);
    setActive(0);
  }

  function type(text: string) {
    setSearch(text);
    show();
  }

  function pickAt(index: number) {
    const option = found.options[index];
    if (option && !option.reason) pick(option);
  }

  function move(step: number) {
    if (!open) return show();
    const count = found.options.length;
    if (count > 0) setActive((active + step + count) % count);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return; // an input method is still choosing characters
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      move(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter" && open) {
      event.preventDefault();
      pickAt(active);
    } else if (event.key === "Tab") {
      setOpen(false);
    }
  }

  return {
    listId,
    open,
    setOpen,
    search,
    setSearch,
    found,
    active,
    setActive,
    show,
    type,
    pickAt,
    onKeyDown,
    aria: {
      role: "combobox",
      "aria-autocomplete": "list",
      "aria-expanded": open,
      "aria-controls": open ? listId : undefined,
      "aria-activedescendant": open && active >= 0 ? optionId(listId, active) : undefined,
      autoComplete: "off",
      spellCheck: false,
    } as const,
  };
}
