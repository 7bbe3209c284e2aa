/** Units of a length of time, in minutes. */
export const UNITS = { minutes: 1, hours: 60, days: 24 * 60 } as const;
export type Unit = keyof typeof UNITS;

/** 90 → 90 minutes, 120 → 2 hours: the largest unit in which it is a whole number. */
export function inUnits(minutes: number): { amount: number; unit: Unit } {
  const unit = (["days", "hours"] as const).find((each) => minutes % UNITS[each] === 0 && minutes > 0) ?? "minutes";
  return { amount: minutes / UNITS[unit], unit };
}

/** Minutes as a form holds them; "" for what is no number. A comma is a point where people write it so. */
export function toMinutes(amount: string, unit: Unit): string {
  const number = Number(amount.trim().replace(",", "."));
  return amount.trim() === "" || !Number.isFinite(number) ? "" : String(number * UNITS[unit]);
}
