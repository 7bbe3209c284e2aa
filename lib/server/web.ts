import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { performance } from "node:perf_hooks";
import next from "next";
import { env, settings } from "../env.ts";
import { logger, requestLogger } from "../logger.ts";
import { endWithSupervisor } from "./child.ts";
import { PROJECT } from "./environment-file.ts";
import { trustOf } from "./web/address.ts";
import { limitBody } from "./web/body-limit.ts";
import { drainer } from "./web/drain.ts";
import { securityHeaders } from "./web/policy.ts";
import { loggedPath, prepareRequest, type Surroundings } from "./web/request.ts";

// The web process: an HTTP server in front of Next.js that every request passes first. Started by lib/server/start.ts.

settings();
const dev = process.env.NODE_ENV !== "production";
const publicUrl = new URL(env().url);
process.env.NEXTAUTH_URL = publicUrl.origin;
process.env.NEXTAUTH_SECRET = env().secret;

const surroundings: Surroundings = { publicUrl, dev, trusted: trustOf(env().trustedProxies) };
const always = Object.entries(securityHeaders(publicUrl.protocol === "https:"));

const server = createServer({ headersTimeout: 20_000, requestTimeout: 60_000, keepAliveTimeout: 65_000 });
const { track, drain } = drainer(server);
const app = next({ dev, dir: PROJECT, port: env().port });
const handle = app.getRequestHandler();
const prepared = app.prepare();

server.on("request", (request, response) => {
  track(response);
  const { requestId, policy } = prepareRequest(request, surroundings);
  log(request, response, requestId);
  for (const [name, value] of always) response.setHeader(name, value);
  response.setHeader("content-security-policy", policy);
  response.setHeader("x-request-id", requestId);
  if (!limitBody(request, response)) return;
  prepared
    .then(() => handle(request, response))
    .catch((error: unknown) => {
      requestLogger(requestId).error({ error }, "the request failed");
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
});

function log(request: IncomingMessage, response: ServerResponse, requestId: string): void {
  const began = performance.now();
  const path = loggedPath(request.url ?? "/");
  const level = path.startsWith("/_next/") || path === "/api/health" ? "debug" : "info";
  response.once("close", () => {
    const ms = Math.round(performance.now() - began);
    requestLogger(requestId)[level]({ method: request.method, path, status: response.statusCode, ms }, "request");
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

server.listen(env().port);
await prepared;
if (dev) server.on("upgrade", app.getUpgradeHandler());
process.send?.("ready");
