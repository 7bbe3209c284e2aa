import { currentCaller, currentVisit } from "#lib/auth/current.ts";
import { AppError } from "#lib/errors.ts";
import { ENDED, openStream } from "#lib/live-stream.ts";
import { problem } from "./route.ts";

// no-transform keeps compression away, which would hold single events back; so does the other one with nginx.
const HEADERS = {
  "content-type": "text/event-stream; charset=utf-8",
  "cache-control": "no-store, no-transform",
  "x-accel-buffering": "no",
};

/** The event stream of whoever holds the session cookie. */
export async function events(request: Request): Promise<Response> {
  try {
    const caller = await currentCaller();
    if (caller?.sessionId) {
      const { tenantId, sessionId } = caller;
      return new Response(openStream({ tenantId, sessionId, since: sinceOf(request) }), { headers: HEADERS });
    }
    // A page learns from a stream, and nothing else, that its session is over; anybody else gets the usual answer.
    const fromPage = request.headers.get("accept")?.includes("text/event-stream");
    if (fromPage) return new Response(ENDED, { headers: HEADERS });
    throw new AppError("unauthenticated");
  } catch (error) {
    return problem(error, (await currentVisit()).requestId);
  }
}

/** When the server made what the page shows, as it said on it (app/layout.tsx). */
function sinceOf(request: Request): number | null {
  const since = new URL(request.url).searchParams.get("since") ?? "";
  return /^\d{1,15}$/.test(since) ? Number(since) : null;
}
