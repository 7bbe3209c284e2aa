import { livingSessions } from "#lib/auth/session-watch.ts";
import { AppError } from "#lib/errors.ts";
import { heardSince, subscribe } from "#lib/live-listener.ts";
import { logger } from "#lib/logger.ts";

// The event streams that this process serves. What goes out is a hint and no content: which topic to look at again. No
// hint leaves for a session that has ended, so a page is never reloaded only to lose what somebody was typing.

const MOST_PER_SESSION = 30;
const CHECK_EVERY = 5_000;
const HEARTBEAT_EVERY = 20_000;
/** Hints of one moment go out together, and sessions are looked up once for them; in a crowd of changes, less often. */
const GATHER = 50;
const GATHER_IN_CROWD = 400;
const MOST_UNREAD = 100;

/** `since`: when what the reader looks at was made, in milliseconds; null when nobody knows. */
type Reader = { tenantId: string; sessionId: string; since: number | null };
type Stream = Reader & { out: ReadableStreamDefaultController<Uint8Array> };

const encoder = new TextEncoder();
const streams = new Set<Stream>();
const gathering = new Map<string, Set<string>>();
/** When each tenant was last told something. */
const told = new Map<string, number>();
let stopListening: (() => void) | undefined;
let timers: NodeJS.Timeout[] = [];

const AGAIN = event({ again: true });
/** The session is over. The stream closes behind it. */
export const ENDED = "event: ended\ndata: {}\n\n";

function event(data: { topic: string } | { again: boolean }): string {
  return `data: ${JSON.stringify(data)}\n\n`;
}

/** What a stream says first: how soon to come back when it breaks, and what was missed until now. */
function hello({ tenantId, since }: Reader): string {
  const topics = since === null ? null : heardSince(tenantId, since);
  const missed = topics && [...topics].map((topic) => event({ topic })).join("");
  return `retry: 2000\n${missed === null ? AGAIN : missed || event({ again: false })}`;
}

/**
 * A server-sent event stream of hints for what changes in the reader's tenant: `{"topic": "workspaces"}`, or
 * `{"again": true}` when hints may have been missed. Ends with the session. `too_many_requests` beyond 30 a session.
 */
export function openStream(reader: Reader): ReadableStream<Uint8Array> {
  const mine = [...streams].filter(({ sessionId }) => sessionId === reader.sessionId);
  if (mine.length >= MOST_PER_SESSION) throw new AppError("too_many_requests", { retryAfter: 30 });
  let stream: Stream;
  return new ReadableStream<Uint8Array>(
    {
      start(out) {
        stream = { ...reader, out };
        streams.add(stream);
        if (streams.size === 1) begin();
        send(stream, hello(reader));
      },
      cancel() {
        remove(stream);
      },
    },
    { highWaterMark: MOST_UNREAD },
  );
}

function begin(): void {
  stopListening = subscribe({
    hint: ({ tenantId, topic }) => gather(tenantId, topic),
    again: () => streams.forEach((stream) => send(stream, AGAIN)),
  });
  const tenants = () => new Set([...streams].map(({ tenantId }) => tenantId));
  timers = [
    setInterval(() => tenants().forEach((tenantId) => void endRevoked(tenantId)), CHECK_EVERY),
    setInterval(() => streams.forEach((stream) => send(stream, ": \n\n")), HEARTBEAT_EVERY),
  ];
}

function remove(stream: Stream): void {
  if (!streams.delete(stream) || streams.size > 0) return;
  timers.forEach(clearInterval);
  told.clear();
  stopListening?.();
}

function send(stream: Stream, text: string): void {
  // Who does not read is let go, and is told to look at everything again when back.
  if ((stream.out.desiredSize ?? 0) > 0) stream.out.enqueue(encoder.encode(text));
  else end(stream);
}

function end(stream: Stream): void {
  remove(stream);
  stream.out.close();
}

function gather(tenantId: string, topic: string): void {
  const waiting = gathering.get(tenantId);
  if (waiting) return void waiting.add(topic);
  const topics = new Set([topic]);
  gathering.set(tenantId, topics);
  const sinceLast = Date.now() - (told.get(tenantId) ?? 0);
  const wait = Math.max(GATHER, Math.min(GATHER_IN_CROWD, GATHER_IN_CROWD - sinceLast));
  setTimeout(() => {
    gathering.delete(tenantId);
    told.set(tenantId, Date.now());
    void tellTenant(tenantId, topics);
  }, wait);
}

async function tellTenant(tenantId: string, topics: ReadonlySet<string>): Promise<void> {
  const alive = await endRevoked(tenantId);
  const text = [...topics].map((topic) => event({ topic })).join("");
  for (const stream of alive) if (streams.has(stream)) send(stream, text);
}

/** Ends the streams of a tenant's sessions that do not count any more; returns the others. */
async function endRevoked(tenantId: string): Promise<Stream[]> {
  const mine = [...streams].filter((stream) => stream.tenantId === tenantId);
  if (mine.length === 0) return [];
  try {
    const living = await livingSessions(tenantId, [...new Set(mine.map(({ sessionId }) => sessionId))]);
    return mine.filter((stream) => {
      if (living.has(stream.sessionId)) return true;
      if (!streams.has(stream)) return false; // gone meanwhile
      send(stream, ENDED);
      if (streams.has(stream)) end(stream);
      return false;
    });
  } catch (error) {
    logger().warn({ error }, "sessions of event streams could not be checked");
    return []; // nobody is told anything before they are
  }
}
