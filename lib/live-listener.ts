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
};

// Pages and routes are bundled apart, and evaluate this module more than once: one connection a process all the same.
const kept = globalThis as { atriumLive?: Listener };
const RETRY = 1_000;

/**
 * Subscribes to what `tell` says on any instance. One LISTEN connection a process, opened for the first subscriber and
 * closed after the last; it comes back by itself. Returns what ends the subscription.
 */
export function subscribe(subscriber: LiveSubscriber): () => void {
  const listener = (kept.atriumLive ??= { subscribers: new Set(), client: null, retry: undefined, missed: false });
  listener.subscribers.add(subscriber);
  if (listener.subscribers.size === 1) connect(listener);
  return () => {
    if (!listener.subscribers.delete(subscriber) || listener.subscribers.size > 0) return;
    clearTimeout(listener.retry);
    listener.missed = false;
    const { client } = listener;
    listener.client = null;
    void client?.end().catch(() => undefined); // broken already
  };
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
    listener.client = null;
    listener.missed = true;
    logger().warn({ error }, "live hints are interrupted");
    void client.end().catch(() => undefined);
    listener.retry = setTimeout(() => connect(listener), RETRY);
  };
  client.on("error", broken);
  client.on("end", () => broken());
  client.on("notification", ({ payload }) => {
    const hint = readHint(payload);
    if (hint) for (const subscriber of listener.subscribers) subscriber.hint(hint);
  });
  client
    .connect()
    .then(() => client.query(`LISTEN ${LIVE_CHANNEL}`))
    .then(() => {
      if (!listener.missed) return;
      listener.missed = false;
      for (const subscriber of listener.subscribers) subscriber.again();
    }, broken);
}
