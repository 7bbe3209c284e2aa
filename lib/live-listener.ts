import pg from "pg";
import { env } from "#lib/env.ts";
import { LIVE_CHANNEL, readHint, type Hint } from "#lib/live.ts";
import { logger } from "#lib/logger.ts";

/** `hint` for each change that was told; `again` after a time without connection, in which hints were missed. */
export type LiveSubscriber = { hint(hint: Hint): void; again(): void };

type Listener = {
  subscribers: Set<LiveSubscriber>;
  client: pg.Client | null;
  retry: NodeJS.Timeout | undefined;
  missed: boolean;
  /** Since when nothing has been missed; null while it is. Milliseconds. */
  hearing: number | null;
  /** When each topic was last heard of, by tenant; the tenant that was heard of last comes last. */
  heard: Map<string, Map<string, number>>;
};

// Pages and routes are bundled apart, and evaluate this module more than once: one connection a process all the same.
const kept = globalThis as { atriumLive?: Listener };
const RETRY = 1_000;
const REMEMBERED = 10 * 60_000;
/** By how much a hint may come sooner than the page that misses it: clocks of instances differ, and pages take a while. */
const MARGIN = 3_000;

/**
 * Subscribes to what `tell` says on any instance. One LISTEN connection a process, opened for the first subscriber and
 * closed after the last; it comes back by itself. Returns what ends the subscription.
 */
export function subscribe(subscriber: LiveSubscriber): () => void {
  const listener = (kept.atriumLive ??= {
    ...{ subscribers: new Set(), client: null, retry: undefined, missed: false, hearing: null, heard: new Map() },
  });
  listener.subscribers.add(subscriber);
  if (listener.subscribers.size === 1) connect(listener);
  return () => {
    if (!listener.subscribers.delete(subscriber) || listener.subscribers.size > 0) return;
    clearTimeout(listener.retry);
    const { client } = listener;
    Object.assign(listener, { client: null, missed: false, hearing: null });
    listener.heard.clear();
    void client?.end().catch(() => undefined); // broken already
  };
}

/**
 * What a page that was made at `moment` (milliseconds) may not know: the topics of its tenant that were heard of since.
 * Null when nobody can tell, because this process has not listened for as long.
 */
export function heardSince(tenantId: string, moment: number): ReadonlySet<string> | null {
  const { hearing = null, heard } = kept.atriumLive ?? {};
  const from = moment - MARGIN;
  if (hearing === null || from < Math.max(hearing, Date.now() - REMEMBERED)) return null;
  return new Set([...(heard?.get(tenantId) ?? [])].flatMap(([topic, at]) => (at >= from ? [topic] : [])));
}

function remember({ heard }: Listener, { tenantId, topic }: Hint): void {
  const now = Date.now();
  const topics = heard.get(tenantId) ?? new Map<string, number>();
  heard.delete(tenantId);
  heard.set(tenantId, topics.set(topic, now));
  for (const [tenant, known] of heard) {
    if (Math.max(...known.values()) > now - REMEMBERED) break;
    heard.delete(tenant);
  }
}

function connect(listener: Listener): void {
  const client = new pg.Client({
    connectionString: env().databaseUrl,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
    application_name: "atrium live",
  });
  listener.client = client;
  const broken = (error?: Error) => {
    if (listener.client !== client) return; // ended on purpose, or broken before
    Object.assign(listener, { client: null, missed: true, hearing: null });
    logger().warn({ error }, "live hints are interrupted");
    void client.end().catch(() => undefined);
    listener.retry = setTimeout(() => connect(listener), RETRY);
  };
  client.on("error", broken);
  client.on("end", () => broken());
  client.on("notification", ({ payload }) => {
    const hint = readHint(payload);
    if (!hint) return;
    remember(listener, hint);
    for (const subscriber of listener.subscribers) subscriber.hint(hint);
  });
  client
    .connect()
    .then(() => client.query(`LISTEN ${LIVE_CHANNEL}`))
    .then(() => {
      if (listener.client === client) listener.hearing = Date.now();
      if (!listener.missed) return;
      listener.missed = false;
      for (const subscriber of listener.subscribers) subscriber.again();
    }, broken);
}
