"use client";

import { type ReactNode, useCallback, useSyncExternalStore } from "react";
import { useLocale, useNow, useTimeZone } from "use-intl";

// One clock for all times on a page. It ticks while somebody looks at one, is set when the first one appears, and stands
// on paper, where "4 minutes ago" means nothing.
const PAPER = 0;
let clock = Date.now();
let stop: (() => void) | undefined;
const watchers = new Set<() => void>();

function watch(changed: () => void) {
  watchers.add(changed);
  stop ??= run();
  return () => {
    watchers.delete(changed);
    if (watchers.size > 0) return;
    stop?.();
    stop = undefined;
  };
}

function run() {
  const paper = matchMedia("print");
  const tick = () => {
    clock = paper.matches ? PAPER : Date.now();
    for (const changed of watchers) changed();
  };
  tick();
  const timer = setInterval(tick, 30_000);
  paper.addEventListener("change", tick);
  return () => {
    clearInterval(timer);
    paper.removeEventListener("change", tick);
  };
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** "4 minutes ago" within a week, a date before that; the exact time in the reader's zone on hover. ISO text in UTC goes in. */
export function RelativeTime({ at, className }: { at: string; className?: string }) {
  return useTimes()(at, className);
}

/** The same for tables, whose cells are drawn by the hundred: one clock for all of them. */
export function useTimes(): (at: string, className?: string) => ReactNode {
  const rendered = useNow();
  const now = useSyncExternalStore(
    watch,
    () => clock,
    () => rendered.getTime(),
  );
  const { ago, day, dayOfYear, exact, full } = formats(useLocale(), useTimeZone() ?? "UTC");
  return useCallback(
    (at, className) => {
      const time = Date.parse(at);
      const age = now - time;
      return (
        <time
          dateTime={at}
          className={className}
          onPointerEnter={({ currentTarget }) => (currentTarget.title = full.format(time))} // seldom asked for, dear for all rows
        >
          {now === PAPER
            ? exact.format(time)
            : Math.abs(age) < 7 * DAY
              ? ago(-age)
              : (Math.abs(age) > 180 * DAY ? dayOfYear : day).format(time)}
        </time>
      );
    },
    [now, ago, day, dayOfYear, exact, full],
  );
}

type Format = Pick<Intl.DateTimeFormat, "format">;
type Formats = { ago: (ahead: number) => string } & Record<"day" | "dayOfYear" | "exact" | "full", Format>;

const MOST_REMEMBERED = 5_000;

/** The same old rows are looked at again and again. */
function remembering(made: Format): Format {
  const texts = new Map<number, string>();
  return {
    format(time) {
      const text = texts.get(Number(time)) ?? made.format(time);
      if (texts.size < MOST_REMEMBERED) texts.set(Number(time), text);
      return text;
    },
  };
}

const made = new Map<string, Formats>();

/** Made once for a language and zone: to make one takes a hundred times as long as to use it. */
function formats(language: string, timeZone: string): Formats {
  const key = `${language} ${timeZone}`;
  const known = made.get(key);
  if (known) return known;
  const date = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(language, { timeZone, ...options });
  const formats = {
    ago: relative(language),
    day: remembering(date({ day: "numeric", month: "short" })),
    dayOfYear: remembering(date({ day: "numeric", month: "short", year: "numeric" })),
    exact: date({ dateStyle: "medium", timeStyle: "short" }),
    full: date({ dateStyle: "full", timeStyle: "long" }),
  };
  made.set(key, formats);
  return formats;
}

/** Milliseconds from now on, in words. */
function relative(language: string): (ahead: number) => string {
  // What happened within the minute is "now": the clocks of server and reader differ, and seconds tell nobody anything.
  const now = new Intl.RelativeTimeFormat(language, { numeric: "auto" }).format(0, "second");
  const format = new Intl.RelativeTimeFormat(language, { style: "short" });
  return (ahead) => {
    const away = Math.abs(ahead);
    if (away < MINUTE) return now;
    if (away < HOUR) return format.format(Math.round(ahead / MINUTE), "minute");
    if (away < DAY) return format.format(Math.round(ahead / HOUR), "hour");
    return format.format(Math.round(ahead / DAY), "day");
  };
}
