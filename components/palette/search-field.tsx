"use client";

import { Search } from "lucide-react";
import dynamic from "next/dynamic";
import { useEffect, useState, useSyncExternalStore } from "react";
import { useTranslations } from "use-intl";
import { useShortcut } from "#components/shell/use-shortcut.ts";
import { modalOpen } from "#components/ui/modal.ts";
import type { PaletteProps } from "./palette.tsx";

// Fetched when somebody is about to open it: most pages are read without.
const load = () => import("./palette.tsx").then((file) => file.Palette);
const Palette = dynamic(load, { ssr: false });
const Shortcuts = dynamic(() => import("./shortcuts.tsx").then((file) => file.Shortcuts), { ssr: false });

const never = () => () => {};
const isApple = () => /Mac|iPhone|iPad/.test(navigator.platform);

type Props = Omit<PaletteProps, "onClose" | "onShortcuts" | "apple">;

/** "Search or jump to…" in the top bar, and the keys that open it from anywhere. */
export function SearchField(props: Props) {
  const t = useTranslations();
  const [open, setOpen] = useState<"palette" | "shortcuts" | null>(null);
  const apple = useSyncExternalStore(never, isApple, () => false);

  useEffect(() => {
    function press(event: KeyboardEvent) {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey)
        return;
      event.preventDefault(); // the browser's own search field
      if (!modalOpen()) setOpen((before) => (before === "palette" ? null : "palette")); // a task is finished first
    }
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
  useShortcut(["?"], () => setOpen("shortcuts"));

  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        aria-label={t("shell.palette.open")}
        onClick={() => setOpen("palette")}
        onPointerEnter={() => void load()}
        onFocus={() => void load()}
        className="flex size-8.5 shrink-0 items-center justify-center gap-2 rounded-lg border border-transparent text-muted hover:bg-hover hover:text-text lg:w-75 lg:justify-start lg:border-border lg:bg-sunken lg:px-2.5 lg:hover:border-border-strong"
      >
        <Search size={15} aria-hidden className="shrink-0" />
        <span aria-hidden className="min-w-0 flex-1 truncate text-left max-lg:hidden">
          {t("shell.palette.open")}
        </span>
        <Keys className="max-lg:hidden">{apple ? "⌘K" : "Ctrl K"}</Keys>
      </button>
      {open === "palette" ? (
        <Palette {...props} apple={apple} onClose={() => setOpen(null)} onShortcuts={() => setOpen("shortcuts")} />
      ) : null}
      {open === "shortcuts" ? <Shortcuts apple={apple} onClose={() => setOpen(null)} /> : null}
    </>
  );
}

function Keys({ children, className }: { children: string; className: string }) {
  return (
    <kbd
      aria-hidden
      className={`rounded-sm border border-border bg-surface px-1.5 font-sans text-xs leading-4.5 whitespace-nowrap text-faint ${className}`}
    >
      {children}
    </kbd>
  );
}
