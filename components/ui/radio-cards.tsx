"use client";

import type { ReactNode } from "react";
import { useId } from "react";
import type { FieldPath, FieldValues } from "react-hook-form";
import { useController } from "react-hook-form";
import { cx } from "./cx.ts";
import type { FieldProps } from "./field.tsx";
import { FieldFrame } from "./field.tsx";

export type Card = {
  value: string;
  /** The accessible name of the radio, exactly. */
  label: string;
  text?: ReactNode;
  /** Why it cannot be chosen. */
  reason?: ReactNode;
};

type Props<V extends FieldValues, N extends FieldPath<V>, C, O> = FieldProps<V, N, C, O> & { cards: readonly Card[] };

/** One of a few, each with a line on what it means. */
export function RadioCards<V extends FieldValues, N extends FieldPath<V>, C, O>(props: Props<V, N, C, O>) {
  const { control, name, label, hint, disabled, cards } = props;
  const base = useId();
  const { field, fieldState } = useController({ control, name });
  return (
    <FieldFrame group label={label} hint={hint} error={fieldState.error?.message}>
      {({ labelId, describedBy, invalid }) => (
        <div
          role="radiogroup"
          aria-labelledby={labelId}
          aria-describedby={describedBy}
          aria-invalid={invalid}
          className={cx("grid gap-2", cards.length === 2 ? "md:grid-cols-2" : "md:grid-cols-3")}
        >
          {cards.map((card, index) => {
            const blocked = disabled || Boolean(card.reason);
            const id = `${base}${index}`;
            return (
              <label
                key={card.value}
                className={cx(
                  "relative rounded-lg border border-border px-3 py-2.5 text-sm text-muted transition-colors duration-100",
                  "has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-ring",
                  blocked ? "cursor-not-allowed bg-sunken" : "cursor-pointer hover:border-border-strong",
                )}
              >
                <span className="mb-0.5 flex items-center gap-2">
                  <input
                    type="radio"
                    ref={index === 0 ? field.ref : undefined}
                    name={field.name}
                    value={card.value}
                    checked={field.value === card.value}
                    onChange={() => field.onChange(card.value)}
                    onBlur={field.onBlur}
                    disabled={blocked}
                    aria-labelledby={`${id}l`}
                    aria-describedby={`${id}t`}
                    className="size-3.5 shrink-0 appearance-none rounded-full border-[1.5px] border-border-strong bg-surface outline-none checked:border-[4.5px] checked:border-accent disabled:border-border forced-colors:appearance-auto"
                  />
                  <span id={`${id}l`} className={cx("font-semibold", blocked ? "text-muted" : "text-text")}>
                    {card.label}
                  </span>
                </span>
                <span id={`${id}t`} className="block text-pretty">
                  {card.text}
                  {card.reason ? <span className="mt-1 block text-text">{card.reason}</span> : null}
                </span>
              </label>
            );
          })}
        </div>
      )}
    </FieldFrame>
  );
}
