"use client";

import { Search, X } from "lucide-react";
import { debounce, parseAsString, useQueryStates } from "nuqs";
import { useRef, useTransition } from "react";
import { useTranslations } from "use-intl";
import { Spinner } from "./spinner.tsx";

type Props = { label: string; placeholder?: string; param?: string };

/** Filters the list by `?search=` while one types; the first page follows. */
export function SearchInput({ label, placeholder = label, param = "search" }: Props) {
  const t = useTranslations();
  const input = useRef<HTMLInputElement>(null);
  const [loading, startTransition] = useTransition();
  const [state, set] = useQueryStates(
    { [param]: parseAsString.withDefault(""), cursor: parseAsString },
    { shallow: false, startTransition },
  );
  const value = state[param] ?? "";

  function search(text: string, wait = 300) {
    void set(
      { [param]: text === "" ? null : text, cursor: null },
      { limitUrlUpdates: wait > 0 ? debounce(wait) : undefined },
    );
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
