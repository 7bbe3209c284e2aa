// What a person typed against what somebody else saved meanwhile. Pure: words and data in, words and data out.

/** One thing in which the form and what was saved meanwhile are not the same, in words. */
export type Difference<V> = {
  key: string;
  label: string;
  /** What the form was filled from, what stands in it, and what counts now. */
  before: string;
  mine: string;
  theirs: string;
  byMe: boolean;
  byThem: boolean;
  /** Puts mine into values that hold theirs. Without it there is nothing to choose: it is only told. */
  keepMine?: (values: V) => V;
};

export type Side = "mine" | "theirs";
/** Undefined where both changed the same thing: somebody has to say. */
export type Choices = Readonly<Record<string, Side | undefined>>;

type ComparedField<V, N extends keyof V & string> = { name: N; label: string; words: (value: V[N]) => string };

/** Fields with one value each: texts, and one of several. */
export function fieldDifferences<V extends Record<N, string>, N extends keyof V & string>(
  fields: readonly ComparedField<V, N>[],
  before: Pick<V, N>,
  now: Pick<V, N>,
  typed: Pick<V, N>,
): Difference<V>[] {
  return fields
    .filter(({ name }) => typed[name] !== now[name])
    .map(({ name, label, words }) => ({
      key: name,
      label,
      before: words(before[name]),
      mine: words(typed[name]),
      theirs: words(now[name]),
      byMe: typed[name] !== before[name],
      byThem: now[name] !== before[name],
      keepMine: (values) => ({ ...values, [name]: typed[name] }),
    }));
}

/** Facts that are no fields of the form (a status): only what changed is told. */
export function factDifferences<V>(facts: readonly { label: string; before: string; now: string }[]): Difference<V>[] {
  return facts
    .filter(({ before, now }) => before !== now)
    .map(({ label, before, now }) => ({
      key: `fact:${label}`,
      label,
      before,
      mine: before,
      theirs: now,
      byMe: false,
      byThem: true,
    }));
}

type ComparedSet<V> = {
  /** Who or what is in it, by id, with what they are there in words ("Visitor"). */
  before: ReadonlyMap<string, string>;
  now: ReadonlyMap<string, string>;
  /** What the form asks for, by id; those to be added with what they would be. */
  adding: ReadonlyMap<string, string>;
  removing: ReadonlySet<string>;
  label: (id: string) => string;
  /** In words: not in it. */
  absent: string;
  /** Ask again for what the form asked for, or for what would bring back how it was. */
  add: (values: V, id: string) => V;
  remove: (values: V, id: string) => V;
};

/** A set that a form adds to and removes from, one by one. */
export function setDifferences<V>(set: ComparedSet<V>): Difference<V>[] {
  const { before, now, adding, removing, absent } = set;
  const ids = new Set([...before.keys(), ...now.keys(), ...adding.keys(), ...removing]);
  return [...ids].flatMap((id): Difference<V>[] => {
    const [was, is] = [before.get(id) ?? absent, now.get(id) ?? absent];
    const wanted = removing.has(id) ? absent : (adding.get(id) ?? was);
    if (wanted === is) return [];
    const byMe = adding.has(id) || removing.has(id);
    const mine = wanted === absent ? set.remove : set.add;
    // That somebody is another thing in it than before cannot be undone by adding or removing.
    const settled = !byMe && before.has(id) && now.has(id);
    return [
      {
        key: `set:${id}`,
        label: set.label(id),
        before: was,
        mine: wanted,
        theirs: is,
        byMe,
        byThem: was !== is,
        ...(settled ? {} : { keepMine: (values: V) => mine(values, id) }),
      },
    ];
  });
}

/** Who alone changed something is right unless somebody says otherwise. */
export function firstChoices<V>(differences: readonly Difference<V>[]): Choices {
  return Object.fromEntries(
    differences.map(({ key, byMe, byThem }) => [key, byMe && byThem ? undefined : byMe ? "mine" : "theirs"]),
  );
}

/** How many still wait for somebody to say. */
export function undecided<V>(differences: readonly Difference<V>[], choices: Choices): number {
  return differences.filter(({ key, keepMine }) => keepMine && choices[key] === undefined).length;
}

/** Values that hold theirs, with mine where that was chosen. */
export function settle<V>(theirs: V, differences: readonly Difference<V>[], choices: Choices): V {
  return differences.reduce(
    (values, { key, keepMine }) => (keepMine && choices[key] === "mine" ? keepMine(values) : values),
    theirs,
  );
}
