import type { Server, ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

const PATIENCE = 4_000;

/** Ends a server: no new connections, event streams at once, other responses when they are done or patience is over. */
export function drainer(server: Server): { track(response: ServerResponse): void; drain(): Promise<void> } {
  const open = new Set<ServerResponse>();
  let draining = false;
  return {
    track(response) {
      open.add(response);
      response.once("close", () => open.delete(response));
      if (draining) response.setHeader("connection", "close");
    },
    async drain() {
      draining = true;
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const response of open) {
        if (!response.headersSent) response.setHeader("connection", "close");
        else if (String(response.getHeader("content-type")).startsWith("text/event-stream")) response.end();
      }
      // Later than this moment: a connection whose answer has just been ended still has to send the end of it.
      const idle = setInterval(() => server.closeIdleConnections(), 100);
      await Promise.race([closed, sleep(PATIENCE, undefined, { ref: false })]);
      clearInterval(idle);
      server.closeAllConnections();
    },
  };
}
