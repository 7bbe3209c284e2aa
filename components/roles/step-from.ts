/** A cell of a grid: row 0 is the header. */
export type Spot = { row: number; column: number };

/** The cell that a key leads to; undefined when the key is no way to another one. */
export function stepFrom(
  { row, column }: Spot,
  key: string,
  size: { rows: number; columns: number },
): Spot | undefined {
  const steps: Record<string, Spot> = {
    ArrowUp: { row: row - 1, column },
    ArrowDown: { row: row + 1, column },
    ArrowLeft: { row, column: column - 1 },
    ArrowRight: { row, column: column + 1 },
    Home: { row, column: 0 },
    End: { row, column: size.columns - 1 },
    PageUp: { row: 0, column },
    PageDown: { row: size.rows - 1, column },
  };
  const next = steps[key];
  const within = next && next.row >= 0 && next.row < size.rows && next.column >= 0 && next.column < size.columns;
  return within ? next : undefined;
}
