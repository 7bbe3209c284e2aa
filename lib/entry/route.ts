import { cookieSecret, currentVisit } from "#lib/auth/current.ts";
import { AppError } from "#lib/errors.ts";
import { getLanguage } from "#lib/i18n/server.ts";
import { tell } from "#lib/i18n/tell.ts";
import { translator } from "#lib/i18n/translator.ts";
import { logger } from "#lib/logger.ts";
import { execute, type Query } from "#lib/use-case.ts";

export type RouteContext = { params: Promise<Record<string, string> | undefined> }; // undefined where the path has no parameter

/**
 * An HTTP route that runs a query: GET by the session cookie, input from the query string and the names in the path; as
 * POST, for input too long for an address, also from a JSON body. Answers `{ data, … }` as the query's output says, or an RFC 9457 problem document.
 */
export function route(query: Query) {
  return async (request: Request, { params }: RouteContext): Promise<Response> => {
    const visit = await currentVisit();
    try {
      const { workspace, ...named } = (await params) ?? {};
      const body = request.method === "POST" ? await readBody(request) : {};
      const input = { ...body, ...Object.fromEntries(new URL(request.url).searchParams), ...named };
      const value = await execute(query, { session: await cookieSecret(), visit, workspace }, input);
      return Response.json(value, { headers: { "cache-control": "no-store" } });
    } catch (error) {
      return problem(error, visit.requestId);
    }
  };
}

/** What is no JSON object says nothing. */
async function readBody(request: Request): Promise<object> {
  const body: unknown = await request.json().catch(() => null);
  return typeof body === "object" && body !== null && !Array.isArray(body) ? body : {};
}

/** RFC 9457: https://www.rfc-editor.org/rfc/rfc9457. `code` is what people script against. */
export async function problem(error: unknown, requestId: string): Promise<Response> {
  if (!(error instanceof AppError)) logger().error({ error, requestId }, "a request failed");
  const { code, status, details } = error instanceof AppError ? error : new AppError("internal");
  const t = translator(await getLanguage());
  const fields = Object.entries(details.fields ?? {}).map(([field, said]) => [field, tell(t, said)]);
  const body = {
    type: "about:blank",
    status,
    code,
    title: tell(t, { key: details.key ?? `errors.${code}`, params: details.params }),
    requestId,
    ...(fields.length > 0 && { errors: Object.fromEntries(fields) }),
    ...(details.because && { because: details.because }),
  };
  const headers: Record<string, string> = { "content-type": "application/problem+json", "cache-control": "no-store" };
  if (details.retryAfter) headers["retry-after"] = String(details.retryAfter);
  return new Response(JSON.stringify(body), { status, headers });
}
