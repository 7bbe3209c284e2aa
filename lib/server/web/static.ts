import type { IncomingMessage, ServerResponse } from "node:http";
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
    request.url = url?.slice(UNDER.length - 1);
    serve(request, response, () => {
      request.url = url;
      otherwise();
    });
  };
}
