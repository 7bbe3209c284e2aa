"use client";

import { Search, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslations } from "use-intl";
import { Spinner } from "./spinner.tsx";
import { useAddress } from "./use-address.ts";

type Props = { label: string; placeholder?: string; param?: string };

/** Milliseconds without a key before the list is asked for. */
const WAIT = 300;

/** Filters the list by `?search=` while one types; the first page follows. */
export function SearchInput({ label, placeholder = label, param = "search" }: Props) {
  const t = useTranslations();
  const input = useRef<HTMLInputElement>(null);
  const { params, loading, go } = useAddress();
  // What is typed and not in the address yet.
  const [typed, setTyped] = useState<string | null>(null);
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(waiting.current), []);
  const value = typed ?? params.get(param) ?? "";

  function search(text: string, wait = WAIT) {
    clearTimeout(waiting.current);
    setTyped(text);
    waiting.current = setTimeout(() => {
      setTyped(null);
      go({ [param]: text === "" ? null : text, cursor: null }, { history: "replace" });
    }, wait);
  }

  return (
    <div role="search" className="relative max-md:w-full md:w-65">
      <span
        aria-hidden
        className="pointer-events-none absolute inset-y-0 left-2.5 grid w-4 place-items-center text-faint"
      >
        {loading ? <Spinner /> : <Search size={15} />}
      </span>
      <input
        ref={input}
        type="search"
        aria-label={label}
        placeholder={placeholder}
        value={value}
        maxLength={200}
        onChange={(event) => search(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Enter") search(value, 0);
          if (event.key === "Escape" && value !== "") search("", 0);
        }}
        className="h-8.5 w-full rounded-lg border border-border bg-surface px-8.5 hover:border-border-strong"
      />
      {value === "" ? null : (
        <button
          type="button"
          aria-label={t("ui.clearSearch")}
          onClick={() => {
            search("", 0);
            input.current?.focus();
          }}
          className="absolute top-1.25 right-1.25 grid size-6 place-items-center rounded-md text-faint hover:bg-hover hover:text-text"
        >
          <X size={14} aria-hidden />
        </button>
      )}
    </div>
  );
}
