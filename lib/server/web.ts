import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import path from "node:path";
import { performance } from "node:perf_hooks";
import next from "next";
import { env, settings } from "../env.ts";
import { subscribe } from "../live-listener.ts";
import { logger, requestLogger } from "../logger.ts";
import { endWithSupervisor } from "./child.ts";
import { PROJECT } from "./environment-file.ts";
import { trustOf } from "./web/address.ts";
import { limitBody } from "./web/body-limit.ts";
import { compressAnswer } from "./web/compression.ts";
import { drainer } from "./web/drain.ts";
import { fileHeaders, securityHeaders } from "./web/policy.ts";
import { loggedPath, prepareRequest, type Surroundings } from "./web/request.ts";
import { isStatic, staticFiles } from "./web/static.ts";

// The web process: an HTTP server in front of Next.js that every request passes first. Started by lib/server/start.ts.

settings();
const dev = process.env.NODE_ENV !== "production";
const publicUrl = new URL(env().url);
process.env.NEXTAUTH_URL = publicUrl.origin;
process.env.NEXTAUTH_SECRET = env().secret;

const surroundings: Surroundings = { publicUrl, dev, trusted: trustOf(env().trustedProxies) };
const https = publicUrl.protocol === "https:";
const always = securityHeaders(https);
const ofFiles = fileHeaders(https);
// In development files come and go, and Next.js knows which there are.
const files = dev ? undefined : staticFiles(path.join(PROJECT, ".next", "static"));

const server = createServer({ headersTimeout: 20_000, requestTimeout: 60_000, keepAliveTimeout: 65_000 });
const { track, drain } = drainer(server);
const app = next({ dev, dir: PROJECT, port: env().port });
const handle = app.getRequestHandler();
const prepared = app.prepare();

server.on("request", (request, response) => {
  track(response);
  const { requestId, policy } = prepareRequest(request, surroundings);
  log(request, response, requestId);
  const answer = () => {
    say(response, { ...always, "content-security-policy": policy, "x-request-id": requestId });
    if (!limitBody(request, response)) return;
    compressAnswer(request, response);
    prepared
      .then(() => handle(request, response))
      .catch((error: unknown) => {
        requestLogger(requestId).error({ error }, "the request failed");
        if (!response.headersSent) response.writeHead(500);
        response.end();
      });
  };
  if (!files || !isStatic(request)) return answer();
  say(response, ofFiles);
  files(request, response, answer);
});

function say(response: ServerResponse, headers: Record<string, string>): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
}

function log(request: IncomingMessage, response: ServerResponse, requestId: string): void {
  const began = performance.now();
  const asked = loggedPath(request.url ?? "/");
  const level = asked.startsWith("/_next/") || asked === "/api/health" ? "debug" : "info";
  response.once("close", () => {
    const ms = Math.round(performance.now() - began);
    requestLogger(requestId)[level](
      { method: request.method, path: asked, status: response.statusCode, ms },
      "request",
    );
  });
}

server.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EADDRINUSE" && error.code !== "EACCES") throw error;
  logger().fatal({ port: env().port, code: error.code }, "the port cannot be used");
  process.exit(1);
});

endWithSupervisor(async () => {
  await drain();
  await app.close();
});

// From the start: the stream of a page then begins with what the page missed, and not with "look at everything again".
subscribe({ hint() {}, again() {} });
server.listen(env().port);
await prepared;
if (dev) server.on("upgrade", app.getUpgradeHandler());
process.send?.("ready");
