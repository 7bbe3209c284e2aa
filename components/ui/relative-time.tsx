"use client";

import { useSyncExternalStore } from "react";
import { useFormatter, useNow } from "use-intl";

// One clock for all times on a page. It ticks while somebody looks at one, and is set when the first one appears.
let clock = new Date();
let timer: ReturnType<typeof setInterval> | undefined;
const watchers = new Set<() => void>();

function watch(changed: () => void) {
  watchers.add(changed);
  if (!timer) {
    tick();
    timer = setInterval(tick, 30_000);
  }
  return () => {
    watchers.delete(changed);
    if (watchers.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

function tick() {
  clock = new Date();
  for (const changed of watchers) changed();
}

const DAY = 24 * 60 * 60 * 1000;

/** "4 minutes ago" within a week, a date before that; the exact time in the reader's zone on hover. ISO text in UTC goes in. */
export function RelativeTime({ at, className }: { at: string; className?: string }) {
  const format = useFormatter();
  const rendered = useNow();
  const now = useSyncExternalStore(
    watch,
    () => clock,
    () => rendered,
  );
  const date = new Date(at);
  const age = now.getTime() - date.getTime();
  const near = Math.abs(age) < 7 * DAY;
  // What happened within the minute is "now": the clocks of server and reader differ, and seconds tell nobody anything.
  const recent = Math.abs(age) < 60_000;
  const text = near
    ? format.relativeTime(recent ? now : date, { now, style: "short" })
    : format.dateTime(date, { day: "numeric", month: "short", year: Math.abs(age) > 180 * DAY ? "numeric" : undefined });
  return (
    <time
      dateTime={at}
      className={className}
      title={format.dateTime(date, { dateStyle: "full", timeStyle: "long" })}
      data-exact={format.dateTime(date, { dateStyle: "medium", timeStyle: "short" })} // on paper: globals.css
    >
      {text}
    </time>
  );
}
