import { currentCaller, currentVisit } from "#lib/auth/current.ts";
import { BYTE_ORDER_MARK, csvLines, type Cell } from "#lib/csv.ts";
import { getLanguage } from "#lib/i18n/server.ts";
import { translator, type T } from "#lib/i18n/translator.ts";
import { logger } from "#lib/logger.ts";
import { execute, type Command, type Query } from "#lib/use-case.ts";
import { problem } from "./route.ts";

/** A column of a CSV file: its heading, and what a row says there. */
export type Column<Row> = { head: string; cell: (row: Row) => Cell };

type Page<Row> = { data: readonly Row[]; page: { nextCursor: string | null } };
type Download<Row> = {
  /** What is written down before the first row leaves: exports are entries of the audit log. Gets the query's filter. */
  begin: Command;
  /** The list that is downloaded, page by page: each in a transaction of its own, none of them held in memory. */
  pages: Query;
  /** The file's name, before the date. */
  name: string;
  columns: (t: T, filter: Record<string, string>) => readonly Column<Row>[];
};

const ROWS_AT_ONCE = 1_000;
const TYPES = { csv: "text/csv; charset=utf-8", jsonl: "application/jsonl; charset=utf-8" } as const;

/**
 * An HTTP route that streams a whole list as a file: GET by the session cookie, with the list's own filter and sort in
 * the query string, and `format=csv` (unless said) or `jsonl`. Whoever goes away ends it.
 */
export function download<Row>({ begin, pages, name, columns }: Download<Row>) {
  return async (request: Request): Promise<Response> => {
    const visit = await currentVisit();
    const call = { caller: await currentCaller(), visit };
    const { format, cursor: _cursor, limit: _limit, ...filter } = Object.fromEntries(new URL(request.url).searchParams);
    const type = format === "jsonl" ? "jsonl" : "csv";
    try {
      await execute(begin, call, filter);
    } catch (error) {
      return problem(error, visit.requestId);
    }

    const written = columns(translator(await getLanguage()), filter);
    const lines = {
      csv: (rows: readonly Row[]) => csvLines(rows.map((row) => written.map(({ cell }) => cell(row)))),
      jsonl: (rows: readonly Row[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join(""),
    };
    const head = type === "csv" ? BYTE_ORDER_MARK + csvLines([written.map(({ head }) => head)]) : "";
    let cursor: string | undefined;
    const next = async (): Promise<string> => {
      const { data, page } = (await execute(pages, call, { ...filter, limit: ROWS_AT_ONCE, cursor })) as Page<Row>;
      cursor = page.nextCursor ?? undefined;
      return lines[type](data);
    };
    const body = stream(
      head,
      next,
      () => cursor !== undefined,
      (error) => logger().error({ error, requestId: visit.requestId, pages: pages.name }, "a download broke off"),
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

/** Pages as they are asked for: the next is read when the reader has taken the one before. */
function stream(
  head: string,
  next: () => Promise<string>,
  more: () => boolean,
  broke: (error: unknown) => void,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    start: (controller) => {
      if (head) controller.enqueue(encoder.encode(head));
    },
    async pull(controller) {
      try {
        const text = await next();
        if (text) controller.enqueue(encoder.encode(text));
        if (!more()) controller.close();
      } catch (error) {
        broke(error);
        controller.error(error);
      }
    },
  });
}
