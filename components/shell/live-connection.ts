// What a page hears of changes. One tab of a browser holds the event stream and passes on what it says: HTTP/1.1 allows
// six connections to a server for all tabs together. Hidden tabs wait, and look again when somebody comes back.

type Message = { topic: string } | { again: boolean } | { ended: boolean };
/** Hears the topic that changed; null when any may have, because hints were missed. */
type Listener = (topic: string | null) => void;

const NAME = "atrium-live";
const RETRY = { first: 1_000, longest: 30_000 };
/** From one page to the next, the connection is kept. */
const LINGER = 1_000;

const listeners = new Set<Listener>();
let channel: BroadcastChannel | undefined;
let leaving: AbortController | undefined;
let ended = false;

/** Calls `listener` whenever something may look different. Returns what ends that. */
export function listen(listener: Listener): () => void {
  listeners.add(listener);
  if (!channel) start();
  return () => {
    listeners.delete(listener);
    setTimeout(() => listeners.size === 0 && stop(), LINGER);
  };
}

function start(): void {
  channel = new BroadcastChannel(NAME);
  channel.onmessage = ({ data }) => hear(data as Message);
  document.addEventListener("visibilitychange", onVisibility);
  if (document.visibilityState === "visible") void join();
}

function stop(): void {
  document.removeEventListener("visibilitychange", onVisibility);
  leaving?.abort();
  channel?.close();
  channel = undefined;
}

function onVisibility(): void {
  leaving?.abort();
  if (document.visibilityState === "visible") void join({ returning: true });
}

/** Takes the stream, now or when the tab that has it lets go. */
async function join({ returning = false } = {}): Promise<void> {
  leaving = new AbortController();
  const { signal } = leaving;
  if (!("locks" in navigator)) return lead(signal); // plain http from another machine: a stream for each tab
  const led = await navigator.locks.request(NAME, { ifAvailable: true }, async (lock) => {
    if (lock) await lead(signal);
    return lock !== null;
  });
  if (led || signal.aborted) return;
  if (returning) hear({ again: true });
  await navigator.locks.request(NAME, { signal }, () => lead(signal)).catch(() => undefined); // left while waiting
}

/** Holds the stream until `signal`. Each stream begins with what was missed since the server made this page. */
function lead(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    let source: EventSource | undefined;
    let retry: ReturnType<typeof setTimeout> | undefined;
    let pause = RETRY.first;

    function open(): void {
      const stream = (source = new EventSource(`/api/events?since=${document.documentElement.dataset.made ?? ""}`));
      let over = false;
      stream.onmessage = ({ data }) => {
        pause = RETRY.first;
        say({ ended: false });
        say(JSON.parse(String(data)) as Message);
      };
      stream.addEventListener("ended", () => {
        over = true;
        say({ ended: true });
        later();
      });
      stream.onerror = () => {
        // While it is connecting, the browser tries again by itself.
        if (!over && stream.readyState === EventSource.CLOSED) later();
      };
    }

    function later(): void {
      source?.close();
      clearTimeout(retry);
      retry = setTimeout(open, pause);
      pause = Math.min(pause * 2, RETRY.longest);
    }

    signal.addEventListener("abort", () => {
      clearTimeout(retry);
      source?.close();
      resolve();
    });
    if (signal.aborted) resolve();
    else open();
  });
}

function say(message: Message): void {
  hear(message);
  channel?.postMessage(message);
}

function hear(message: Message): void {
  if ("ended" in message) ended = message.ended;
  else if ("again" in message && !message.again) return;
  // Without a session a page would only lead to the sign-in, and what was typed on it would be gone.
  else if (!ended && document.visibilityState === "visible") {
    for (const listener of listeners) listener("again" in message ? null : message.topic);
  }
}
