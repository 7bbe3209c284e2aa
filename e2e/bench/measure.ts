/** Milliseconds of each run, the fastest first. */
export type Times = readonly number[];

/** Runs `work` a few times to warm up and then `count` times, one after the other. */
export async function measure(count: number, work: (run: number) => unknown): Promise<Times> {
  for (let run = 0; run < Math.min(5, count); run++) await work(-1 - run);
  const times: number[] = [];
  for (let run = 0; run < count; run++) {
    const began = performance.now();
    await work(run);
    times.push(performance.now() - began);
  }
  return times.sort((a, b) => a - b);
}

export function median(times: Times): number {
  return times[Math.floor(times.length / 2)]!;
}

export function slowest95(times: Times): number {
  return times[Math.floor(times.length * 0.95)]!;
}

/** What was measured, beside the least that it could cost: only their ratio means something on another machine. */
export type Row = { what: string; times: Times; least: string; against: Times };

export function table(rows: readonly Row[]): string {
  const ms = (value: number) => (value < 0.1 ? value.toFixed(4) : value.toFixed(1));
  const cells = rows.map(({ what, times, least, against }) => [
    ...[what, ms(median(times)), ms(slowest95(times)), least, ms(median(against))],
    `${(median(times) / median(against)).toFixed(2)}×`,
  ]);
  const all = [["", "median ms", "95 % ms", "against", "median ms", "ratio"], ...cells];
  const widths = all[0]!.map((_, column) => Math.max(...all.map((row) => row[column]!.length)));
  const isText = (column: number) => column === 0 || column === 3;
  return all
    .map((row) => row.map((cell, i) => (isText(i) ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join("  "))
    .join("\n");
}
