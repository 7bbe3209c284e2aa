/** Milliseconds of each run, the fastest first. */
export type Times = readonly number[];

async function timed(work: () => unknown): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

const sorted = (times: readonly number[]): Times => [...times].sort((a, b) => a - b);

/**
 * What is to be compared runs in turn, round after round, now in one order and now in the other: whatever else the
 * machine does meanwhile meets all of them alike. Two rounds warm up.
 */
export async function interleaved<K extends string>(
  rounds: number,
  works: Record<K, () => unknown>,
): Promise<Record<K, Times>> {
  const names = Object.keys(works) as K[];
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<K, number[]>;
  for (let round = -2; round < rounds; round++) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      const took = await timed(works[name]);
      if (round >= 0) times[name].push(took);
    }
  }
  return Object.fromEntries(names.map((name) => [name, sorted(times[name])])) as Record<K, Times>;
}

export function median(times: Times): number {
  return times[Math.floor(times.length / 2)]!;
}

/**
 * One line of the result: what was measured, what beside, and what became of both. `target`: what the ratio (or the
 * figure alone) may be; null where it is told only.
 */
export type Row = {
  what: string;
  value: string;
  against: string;
  figure: number | null;
  target: { at: "most" | "least"; value: number } | null;
};

const ms = (times: Times) => `${median(times) < 0.1 ? median(times).toFixed(4) : median(times).toFixed(1)} ms`;

/** How many times as long something takes as something else. */
export function ratioRow(what: string, times: Times, [beside, against]: [string, Times], most: number | null): Row {
  return {
    what,
    value: ms(times),
    against: `${ms(against)} ${beside}`,
    figure: median(times) / median(against),
    target: most === null ? null : { at: "most", value: most },
  };
}

export function isMet({ figure, target }: Row): boolean {
  if (figure === null || target === null) return true;
  return target.at === "most" ? figure <= target.value : figure >= target.value;
}

export function table(rows: readonly Row[]): string {
  const cells = rows.map((row) => {
    const { what, value, against, figure, target } = row;
    const limit = target ? `${target.at === "most" ? "≤" : "≥"} ${target.value.toLocaleString("en-US")}` : "";
    const verdict = target ? (isMet(row) ? "met" : "MISSED") : "";
    return [what, value, against, figure === null ? "" : figure.toFixed(2), limit, verdict];
  });
  const all = [["", "median", "against", "figure", "target", ""], ...cells];
  const widths = all[0]!.map((_, column) => Math.max(...all.map((row) => row[column]!.length)));
  const isNumber = (column: number) => column === 1 || column === 3;
  return all
    .map((row) => row.map((cell, i) => (isNumber(i) ? cell.padStart(widths[i]!) : cell.padEnd(widths[i]!))).join("  "))
    .map((line) => line.trimEnd())
    .join("\n");
}
