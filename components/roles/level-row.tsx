"use client";

import { TriangleAlert } from "lucide-react";
import { useId } from "react";
import { useTranslations } from "use-intl";
import { cx } from "#components/ui/cx.ts";
import { LEVELS, type Level, type Module } from "#lib/access/roles.ts";
import { useLevelText } from "./use-level-text.ts";

type Props = {
  module: Module;
  value: Level;
  refusal: (level: Level) => string | undefined;
  /** Why nothing can be given stands over the grid already. */
  explained: boolean;
  onChoose: (level: Level) => void;
  onBlur: () => void;
};

/** What gives more than work: who has it shapes the workspace, and who is in it. */
const OPENS = ["workspace", "members"] as const;

/** One module: four radio buttons, and under them what the chosen one means; what cannot be given says why. */
export function LevelRow({ module, value, refusal, explained, onChoose, onBlur }: Props) {
  const t = useTranslations();
  const levelText = useLevelText();
  const id = useId();
  const [refused] = LEVELS.flatMap((level) => {
    const why = refusal(level);
    return why === undefined ? [] : [{ level, why }];
  });
  const opens = value === "full" ? OPENS.find((each) => each === module) : undefined;
  return (
    <div
      role="radiogroup"
      aria-labelledby={`${id}m`}
      aria-describedby={`${id}t`}
      className={cx(
        "grid grid-cols-4 items-center border-b border-border py-1.5 last:rounded-b-lg last:border-b-0 md:grid-cols-[minmax(0,1fr)_repeat(4,104px)]",
        opens && "bg-warn-soft",
      )}
    >
      <span id={`${id}m`} className="px-3.5 font-medium max-md:col-span-4 max-md:pb-0.5">
        {t(`roles.modules.${module}`)}
      </span>
      {LEVELS.map((level) => {
        const why = refusal(level);
        return (
          <label
            key={level}
            title={why ?? `${t(`roles.levels.${level}`)}: ${levelText(module, level)}`}
            className={cx(
              "grid justify-items-center gap-1 rounded-md py-1.5 text-xs has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-ring",
              why ? "cursor-not-allowed text-faint" : "cursor-pointer text-muted hover:bg-hover hover:text-text",
            )}
          >
            <input
              type="radio"
              name={`levels.${module}`}
              value={level}
              checked={value === level}
              disabled={why !== undefined}
              onChange={() => onChoose(level)}
              onBlur={onBlur}
              aria-label={t(`roles.levels.${level}`)}
              aria-describedby={`${id}${level}`}
              className="size-3.5 appearance-none rounded-full border-[1.5px] border-border-strong bg-surface outline-none checked:border-[4.5px] checked:border-accent disabled:border-border disabled:bg-sunken forced-colors:appearance-auto"
            />
            <span id={`${id}${level}`} hidden>
              {why ?? levelText(module, level)}
            </span>
            <span aria-hidden className="text-center md:hidden">
              {t(`roles.short.${level}`)}
            </span>
          </label>
        );
      })}
      <p id={`${id}t`} className="col-span-full px-3.5 pb-0.5 text-sm text-pretty text-muted">
        {opens ? <TriangleAlert size={14} aria-hidden className="mr-1.5 inline align-[-2px] text-warn" /> : null}
        <span className={opens && "text-text"}>{levelText(module, value)}</span>
        {opens ? <span className="block text-text">{t(`roles.opens.${opens}`)}</span> : null}
        {refused && !explained ? (
          <span className="block">
            {t("roles.notGiven", { level: t(`roles.levels.${refused.level}`), why: refused.why })}
          </span>
        ) : null}
      </p>
    </div>
  );
}
