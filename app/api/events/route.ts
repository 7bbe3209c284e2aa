import { events } from "#lib/entry/events.ts";

export const dynamic = "force-dynamic";

/** One stream a browser: hints of what changed, for pages to look again. */
export function GET(request: Request): Promise<Response> {
  return events(request);
}
