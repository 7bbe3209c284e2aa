import { listen } from "./live-connection.ts";

// When this tab looks at what changed. Hints come in crowds (5,000 workspaces that are disabled at once): whatever happens,
// it looks about once a second, one look after the other, and what others look at depends on who looks first.

/** Many browsers hear the same hint: they do not all ask at the same moment. Milliseconds. */
const JITTER = 300;
/** From the beginning of one look to the next. Milliseconds. */
const PAUSE = 1_000;
/** What somebody opens has this long to appear before a look begins, and waits this long for one to end. Milliseconds. */
const TO_APPEAR = 2_000;
const TO_END = 1_000;
/** Until the address says that it is closed. Milliseconds. */
const TO_CLOSE = 300;

/** False: what the others would look at is not there any more, or cannot be reached. */
type Look = () => Promise<boolean>;
type Looker = { topics: ReadonlySet<string>; first: boolean; look: Look };

const lookers = new Set<Looker>();
const waiting = new Set<string>();
/** Stands for all topics: something may have been missed. */
const ANY = "*";
let timer: ReturnType<typeof setTimeout> | undefined;
let looking = false;
let notBefore = -Infinity;
const afterwards: (() => void)[] = [];
let deaf: (() => void) | undefined;

/**
 * Calls `look` soon after something of these topics may look different. Those that go `first` are done before the others
 * begin, and may keep them from it. Returns what ends that.
 */
export function onChange(topics: readonly string[], look: Look, { first = false } = {}): () => void {
  const looker = { topics: new Set(topics), first, look };
  lookers.add(looker);
  deaf ??= listen((topic) => remind([topic ?? ANY]));
  return () => {
    lookers.delete(looker);
    if (lookers.size > 0) return;
    deaf?.();
    deaf = undefined;
  };
}

/** As if something of these topics had changed just now. */
export function remind(topics: readonly string[]): void {
  for (const topic of topics) waiting.add(topic);
  plan();
}

function plan(): void {
  if (timer !== undefined || looking || concerned().length === 0) return;
  const pause = Math.max(Math.random() * JITTER, notBefore - performance.now());
  timer = setTimeout(() => void lookNow(), pause);
}

function concerned(): Looker[] {
  return [...lookers].filter(({ topics }) => waiting.has(ANY) || [...topics].some((topic) => waiting.has(topic)));
}

async function lookNow(): Promise<void> {
  timer = undefined;
  looking = true;
  notBefore = performance.now() + PAUSE;
  const now = concerned();
  waiting.clear();
  try {
    const ahead = await Promise.all(now.filter(({ first }) => first).map(({ look }) => look()));
    const others = now.filter((looker) => !looker.first && lookers.has(looker));
    if (ahead.every(Boolean)) await Promise.all(others.map(({ look }) => look()));
  } finally {
    looking = false;
    for (const task of afterwards.splice(0)) task();
    plan();
  }
}

/**
 * Opens or closes what stands in the address but is no other page (a dialog, a drawer), while no look is under way. A page
 * that was asked for under one address and comes under another looks like a mistake to Next, which then loads everything
 * anew, and what is being typed would be gone.
 */
export function undisturbed(change: () => void, { closes = false } = {}): void {
  let done = false;
  const task = () => {
    if (done) return;
    done = true;
    notBefore = Math.max(notBefore, performance.now() + (closes ? TO_CLOSE : TO_APPEAR));
    clearTimeout(timer);
    timer = undefined;
    change();
    plan();
  };
  if (!looking) return task();
  afterwards.push(task);
  setTimeout(task, TO_END); // a server that does not answer keeps nobody from a dialog
}
