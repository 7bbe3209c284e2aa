// What a clock on the reader's wall shows, and the moment that it means. `datetime-local` inputs know no zone.

function shownAt(moment: number, zone: string): number {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  }).formatToParts(moment);
  const of = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((part) => part.type === type)?.value);
  return Date.UTC(of("year"), of("month") - 1, of("day"), of("hour"), of("minute"));
}

/** `2026-11-22T01:30:00.000Z` in Shanghai → `2026-11-22T09:30`. */
export function toWallTime(moment: string, zone: string): string {
  return new Date(shownAt(Date.parse(moment), zone)).toISOString().slice(0, 16);
}

/** The other way round; null for what is no time. Where a clock is put forward, a time that it leaves out is an hour later. */
export function fromWallTime(text: string, zone: string): string | null {
  const wanted = Date.parse(`${text}Z`);
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text) || Number.isNaN(wanted)) return null;
  let moment = wanted;
  for (let round = 0; round < 2; round++) moment += wanted - shownAt(moment, zone);
  return new Date(moment).toISOString();
}
