"use client";

import { OctagonAlert } from "lucide-react";
import type { ReactNode } from "react";
import { useId } from "react";
import type { Control, FieldPath, FieldValues } from "react-hook-form";
import type { Message } from "#lib/errors.ts";
import { useMessage } from "./use-message.ts";

/** What every field of a form takes. `C` and `O` are the form's context and parsed values; a field does not look at them. */
export type FieldProps<V extends FieldValues, N extends FieldPath<V>, C, O> = {
  control: Control<V, C, O>;
  name: N;
  /** The accessible name of the field, exactly. */
  label: string;
  hint?: ReactNode;
  disabled?: boolean;
};

export type FieldIds = { id: string; labelId: string; describedBy: string | undefined; invalid: true | undefined };

type FrameProps = {
  label: string;
  hint?: ReactNode;
  error?: Message | string;
  /** Characters typed and allowed, counted as code points. */
  count?: { used: number; max: number };
  /** Groups (radio cards) have no single element that a <label> could point at. */
  group?: boolean;
  aside?: ReactNode;
  children: (ids: FieldIds) => ReactNode;
};

/** Label above, help below, and the error where the help stands: one frame for all kinds of fields. */
export function FieldFrame({ label, hint, error, count, group = false, aside, children }: FrameProps) {
  const id = useId();
  const say = useMessage();
  const ids = { label: `${id}l`, hint: `${id}h`, error: `${id}e`, count: `${id}c` };
  const describedBy = [error && ids.error, hint && ids.hint, count && ids.count].filter(Boolean).join(" ") || undefined;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-1.5">
      <div className="flex items-baseline justify-between gap-3 text-sm">
        {group ? (
          <span id={ids.label} className="font-medium">
            {label}
          </span>
        ) : (
          <label id={ids.label} htmlFor={id} className="font-medium">
            {label}
          </label>
        )}
        {aside}
      </div>
      {children({ id, labelId: ids.label, describedBy, invalid: error ? true : undefined })}
      {error || hint || count ? (
        <div className="flex items-start gap-3 text-sm text-muted">
          <div className="grid min-w-0 flex-1 gap-0.5 wrap-anywhere">
            {error ? (
              <p id={ids.error} className="flex items-start gap-1.5 text-danger">
                <OctagonAlert size={14} aria-hidden className="mt-0.5 shrink-0" />
                {say(error)}
              </p>
            ) : null}
            {hint ? <div id={ids.hint}>{hint}</div> : null}
          </div>
          {count ? (
            <span id={ids.count} className={count.used > count.max ? "num text-danger" : "num"}>
              {count.used}/{count.max}
            </span>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}
