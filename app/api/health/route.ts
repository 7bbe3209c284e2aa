import { isDatabaseReachable } from "#lib/entry/health.ts";

/** For load balancers and supervisors: open to everybody, so it tells nothing but whether Atrium can answer. */
export async function GET(): Promise<Response> {
  const ok = await isDatabaseReachable();
  return Response.json(
    { status: ok ? "ok" : "unavailable" },
    { status: ok ? 200 : 503, headers: { "cache-control": "no-store" } },
  );
}
