import type { IncomingMessage, ServerResponse } from "node:http";
import compression from "compression";

type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

// Answers are made while somebody waits: half the effort for a twentieth more bytes. A page is
// one piece.
const compress = compression({ level: 4, chunkSize: 64 * 1024 }) as unknown as Handler;

/** What comes this close together goes out together. Milliseconds. */
const TOGETHER = 8;

/**
 * Compresses what is answered. Next.js asks for every piece of a page to go out at once, and makes a dozen of them within
 * some milliseconds; each would cost a round through the compressor and to the network.
 */
export function compressAnswer(request: IncomingMessage, response: ServerResponse & { flush?: () => void }): void {
  compress(request, response, () => {});
  const flush = response.flush?.bind(response);
  let soon: ReturnType<typeof setTimeout> | undefined;
  response.flush = () => {
    soon ??= setTimeout(() => {
      soon = undefined;
      flush?.();
    }, TOGETHER);
  };
  response.once("close", () => clearTimeout(soon));
}
