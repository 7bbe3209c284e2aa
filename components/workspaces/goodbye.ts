const left = new Set<string>();

/** Whoever deletes a workspace from its own page goes on by themselves: nobody has to lead them away. */
export function goodbye(slug: string): void {
  left.add(slug);
}

export function saidGoodbye(slug: string): boolean {
  return left.has(slug);
}
