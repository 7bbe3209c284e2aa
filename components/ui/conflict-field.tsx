"use client";

import { useId } from "react";
import { useTranslations } from "use-intl";
import { cx } from "./cx.ts";
import type { Difference, Side } from "./differences.ts";
import { Tag } from "./tag.tsx";

type Props<V> = {
  difference: Difference<V>;
  /** Both are of no use where the difference is only told. */
  choice?: Side;
  onChoose?: (side: Side) => void;
};

const VALUE = "block whitespace-pre-wrap wrap-anywhere";

/** One field in which two people differ: how it was, and a choice of what it shall be. */
export function ConflictField<V>({ difference, choice, onChoose }: Props<V>) {
  const t = useTranslations();
  const name = useId();
  const { label, before, mine, theirs, byMe, byThem, keepMine } = difference;
  const shown = (value: string) =>
    value === "" ? <span className="text-muted">{t("ui.conflict.empty")}</span> : value;
  const sides = [
    { side: "mine", title: t("ui.conflict.mine"), value: mine, changed: byMe },
    { side: "theirs", title: t("ui.conflict.theirs"), value: theirs, changed: byThem },
  ] as const;

  if (!keepMine) {
    return (
      <div className="grid gap-1 rounded-lg border border-border px-3 py-2.5">
        <p className="font-medium wrap-anywhere">{label}</p>
        <p className="text-sm text-muted">{t("ui.conflict.before")}</p>
        <p className={VALUE}>{shown(before)}</p>
        <p className="text-sm text-muted">{t("ui.conflict.now")}</p>
        <p className={VALUE}>{shown(theirs)}</p>
      </div>
    );
  }
  return (
    <fieldset className="grid min-w-0 gap-1.5">
      <legend className="mb-1.5 font-medium wrap-anywhere">
        {label}
        {byMe && byThem ? <Tag className="ml-2">{t("ui.conflict.both")}</Tag> : null}
      </legend>
      <div className="grid gap-2 md:grid-cols-2">
        {sides.map(({ side, title, value, changed }) => (
          <label
            key={side}
            className={cx(
              "block min-w-0 cursor-pointer rounded-lg border border-border px-3 py-2.5 transition-colors duration-100 hover:border-border-strong",
              "has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-ring",
            )}
          >
            <span className="mb-1 flex items-center gap-2 text-sm">
              <input
                type="radio"
                name={name}
                checked={choice === side}
                onChange={() => onChoose?.(side)}
                className="size-3.5 shrink-0 appearance-none rounded-full border-[1.5px] border-border-strong bg-surface outline-none checked:border-[4.5px] checked:border-accent forced-colors:appearance-auto"
              />
              <span className="font-semibold">{title}</span>
              {changed ? null : <span className="text-muted">{t("ui.conflict.unchanged")}</span>}
            </span>
            <span className={VALUE}>{shown(value)}</span>
          </label>
        ))}
      </div>
      <p className="text-sm text-muted wrap-anywhere">
        {t("ui.conflict.was", { value: before || t("ui.conflict.empty") })}
      </p>
    </fieldset>
  );
}
