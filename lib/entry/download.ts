import type { z } from "zod";
import { cookieSecret, currentVisit } from "#lib/auth/current.ts";
import { findSession } from "#lib/auth/sessions.ts";
import { BYTE_ORDER_MARK, csvLines, type Cell } from "#lib/csv.ts";
import { AppError } from "#lib/errors.ts";
import { getLanguage } from "#lib/i18n/server.ts";
import { translator, type T } from "#lib/i18n/translator.ts";
import { logger } from "#lib/logger.ts";
import { execute, type Command, type Place, type Query } from "#lib/use-case.ts";
import { pageByPage } from "./page-by-page.ts";
import { problem, type RouteContext } from "./route.ts";

/** A column of a CSV file: its heading, and what a row says there. */
export type Column<Row> = { head: string; cell: (row: Row) => Cell };

type Download<Row, Begun extends z.ZodType> = {
  /** What is written down before the first row leaves: exports are entries of the audit log. Gets the query's filter. */
  begin: Command<Place, z.ZodType, Begun>;
  /** The list that is downloaded, page by page (page-by-page.ts); none of them is held in memory. */
  pages: Query;
  /** The file's name, before the date. */
  name: string;
  /** `begun` is what `begin` answered. */
  columns: (t: T, filter: Record<string, string>, begun: z.output<Begun>) => readonly Column<Row>[];
};

const TYPES = { csv: "text/csv; charset=utf-8", jsonl: "application/jsonl; charset=utf-8" } as const;

/**
 * An HTTP route that streams a whole list as a file: GET by the session cookie, with the list's own filter and sort in
 * the query string (and, of a list in a workspace, its name in the path), and `format=csv` (unless said) or `jsonl`. Whoever goes away ends it.
 */
export function download<Row, Begun extends z.ZodType>({ begin, pages, name, columns }: Download<Row, Begun>) {
  return async (request: Request, { params }: RouteContext): Promise<Response> => {
    const visit = await currentVisit();
    const secret = await cookieSecret(); // the stream outlives what knows of cookies
    const who = async () => (secret === null ? null : findSession(secret));
    const { format, cursor: _cursor, limit: _limit, ...filter } = Object.fromEntries(new URL(request.url).searchParams);
    const type = format === "jsonl" ? "jsonl" : "csv";
    const workspace = (await params)?.workspace;
    let begun: z.output<Begun>;
    try {
      checkSite(request);
      begun = await execute(begin, { session: secret, visit, workspace }, filter);
    } catch (error) {
      return problem(error, visit.requestId);
    }

    const written = columns(translator(await getLanguage()), filter, begun);
    const lines = {
      csv: (rows: readonly Row[]) => csvLines(rows.map((row) => written.map(({ cell }) => cell(row)))),
      jsonl: (rows: readonly Row[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join(""),
    };
    const head = type === "csv" ? BYTE_ORDER_MARK + csvLines([written.map(({ head }) => head)]) : "";
    async function* texts(): AsyncGenerator<string, void> {
      if (head) yield head;
      for await (const rows of pageByPage<Row>(pages, who, visit, filter, { workspace })) {
        const text = lines[type](rows);
        if (text) yield text;
      }
    }
    const body = stream(texts(), (error) =>
      logger().error({ error, requestId: visit.requestId, pages: pages.name }, "a download broke off"),
    );
    const today = new Date().toISOString().slice(0, 10);
    return new Response(body, {
      headers: {
        "content-type": TYPES[type],
        "content-disposition": `attachment; filename="${name}-${today}.${type}"`,
        "cache-control": "no-store",
      },
    });
  };
}

/** A download is an entry of the log: a link on somebody else's page must not make one in the reader's name. */
function checkSite(request: Request): void {
  const site = request.headers.get("sec-fetch-site");
  if (site === "cross-site" || site === "same-site") throw new AppError("forbidden", { key: "errors.foreign_origin" });
}

/** Text as it is asked for: the next is made when the reader has taken the one before. */
function stream(texts: AsyncGenerator<string, void>, broke: (error: unknown) => void): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await texts.next();
        if (done) controller.close();
        else controller.enqueue(encoder.encode(value));
      } catch (error) {
        broke(error);
        controller.error(error);
      }
    },
    async cancel() {
      await texts.return();
    },
  });
}
