import type { IncomingMessage, ServerResponse } from "node:http";
import type { Readable } from "node:stream";
import sirv from "sirv";

const UNDER = "/_next/static/";
const YEAR = 365 * 24 * 60 * 60;

type Handler = (request: IncomingMessage, response: ServerResponse, otherwise: () => void) => void;

/** A file of the build is asked for: its name changes with its content. */
export function isStatic({ method, url }: IncomingMessage): boolean {
  return (method === "GET" || method === "HEAD") && (url?.startsWith(UNDER) ?? false);
}

/** Serves the files of the build, compressed beforehand (lib/server/compress.ts); what is not there is for `otherwise`. */
export function staticFiles(folder: string): Handler {
  const serve = sirv(folder, { brotli: true, gzip: true, etag: true, maxAge: YEAR, immutable: true, extensions: [] });
  return (request, response, otherwise) => {
    const { url } = request;
    const { range } = request.headers;
    const tie = (source: Readable) => endTogether(source, response);
    request.url = url?.slice(UNDER.length - 1);
    delete request.headers.range; // a file goes out whole: sirv throws at a range that makes no sense
    response.once("pipe", tie);
    serve(request, response, () => {
      response.off("pipe", tie);
      request.url = url;
      if (range !== undefined) request.headers.range = range;
      otherwise();
    });
  };
}

/** A pipe by itself leaves the file open when the reader goes away, and throws when the file has gone. */
function endTogether(source: Readable, response: ServerResponse): void {
  response.once("close", () => source.destroy());
  source.once("error", () => response.destroy());
}
