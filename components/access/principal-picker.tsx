"use client";

import { ChevronDown } from "lucide-react";
import { useId, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { PickerList } from "#components/ui/picker-list.tsx";
import type { Option } from "#components/ui/picker-options.ts";
import { Popover, PopoverAnchor } from "#components/ui/popover.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import { useAddress } from "#components/ui/use-address.ts";
import { usePicker } from "#components/ui/use-picker.ts";
import { searchExplainable } from "./api.ts";

type Props = { workspace: string; current: { id: string; name: string } | null };

/** Whose access the page explains: anybody of the account, found by name. It stands in the URL. */
export function PrincipalPicker({ workspace, current }: Props) {
  const t = useTranslations();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [typing, setTyping] = useState(false);
  const [picked, setPicked] = useState<string>();
  const { loading, go } = useAddress();
  const source = {
    queryKey: ["members", "explainable", workspace],
    async load(search: string, signal: AbortSignal): Promise<Option[]> {
      const found = await searchExplainable(workspace, search, signal);
      return found.map(({ id: value, name, kind, email }) => {
        const what = t(`workspaces.people.kinds.${kind}`);
        return { value, label: name, hint: email ? `${what} · ${email}` : what };
      });
    },
  };
  const picker = usePicker(source, ({ value, label }) => {
    setPicked(label);
    leave();
    go({ principal: value });
  });
  const name = (loading ? picked : undefined) ?? current?.name ?? "";

  function leave() {
    picker.setOpen(false);
    picker.setSearch("");
    setTyping(false);
  }

  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="font-medium">
        {t("access.principal")}
      </label>
      <Popover open={picker.open} onOpenChange={(open) => (open ? picker.show() : leave())}>
        <PopoverAnchor asChild>
          <div ref={setAnchor} className="field-box flex h-9 items-center gap-2 pr-2.5">
            <input
              {...picker.aria}
              ref={input}
              id={id}
              value={typing ? picker.search : name}
              placeholder={typing && name ? name : t("access.find")}
              onChange={(event) => {
                setTyping(true);
                picker.type(event.target.value);
              }}
              onKeyDown={picker.onKeyDown}
              onMouseDown={picker.show}
              onFocus={(event) => event.target.select()}
              onBlur={leave}
              className="h-full min-w-0 flex-1 truncate bg-transparent pl-2.5 outline-none"
            />
            {loading ? (
              <Spinner className="text-muted" />
            ) : (
              <ChevronDown size={14} aria-hidden className="pointer-events-none shrink-0 text-muted" />
            )}
          </div>
        </PopoverAnchor>
        <PickerList
          id={picker.listId}
          found={picker.found}
          active={picker.active}
          chosen={new Set(current ? [current.id] : [])}
          anchor={anchor}
          onHover={picker.setActive}
          onPick={picker.pickAt}
        />
      </Popover>
    </div>
  );
}
