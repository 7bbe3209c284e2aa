import { IncomingMessage, type ServerResponse } from "node:http";

export const LARGEST_BODY = 1024 * 1024;

/**
 * Refuses a body over 1 MiB with 413: at once where its length is declared, else as soon as so much has come. Returns
 * false when it was refused already.
 */
export function limitBody(request: IncomingMessage, response: ServerResponse): boolean {
  if (Number(request.headers["content-length"] ?? 0) > LARGEST_BODY) {
    refuse(response);
    return false;
  }
  let size = 0;
  // Counted where the parser hands the parts over: a listener would take them away from whoever reads the body later.
  request.push = (chunk: Buffer | null, ...rest) => {
    size += chunk?.length ?? 0;
    if (size <= LARGEST_BODY) return IncomingMessage.prototype.push.call(request, chunk, ...rest);
    if (!response.headersSent) refuse(response);
    request.destroy();
    return false;
  };
  return true;
}

function refuse(response: ServerResponse): void {
  const problem = { type: "about:blank", title: "The request is too large.", status: 413, code: "too_large" };
  response
    .writeHead(413, { "content-type": "application/problem+json", connection: "close" })
    .end(JSON.stringify(problem));
}
