import pino from "pino";
import { env } from "./env.ts";

const SECRET_KEYS = [
  "password",
  "currentPassword",
  "newPassword",
  "passwordHash",
  "token",
  "tokenHash",
  "secret",
  "auditKey",
  "authorization",
  "cookie",
  '["set-cookie"]',
  '["x-api-key"]',
  "connectionString",
  "databaseUrl",
];

/** The keys themselves, and two levels down: what a request, an error or an input object nests. */
const redacted = SECRET_KEYS.flatMap((key) => {
  const tail = key.startsWith("[") ? key : `.${key}`;
  return [key, `*${tail}`, `*.*${tail}`];
});

let output = 1;
/** The command line keeps stdout for its result. */
export function logToStderr(): void {
  output = 2;
}

const streams = new Map<number, ReturnType<typeof pino.destination>>();
function write(line: string): void {
  let stream = streams.get(output);
  if (!stream) streams.set(output, (stream = pino.destination({ fd: output, sync: true })));
  stream.write(line);
}

function create() {
  return pino(
    {
      level: env().logLevel,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (level) => ({ level }) },
      redact: { paths: redacted, censor: "[redacted]" },
      serializers: { error: pino.stdSerializers.err, err: pino.stdSerializers.err },
    },
    { write },
  );
}

let root: pino.Logger | undefined;
/** JSON lines. Made at the first use, when the environment is known. Errors go under the key `error`. */
export function logger(): pino.Logger {
  return (root ??= create());
}

/** Lines that belong to one request carry its id. */
export function requestLogger(requestId: string): pino.Logger {
  return logger().child({ requestId });
}
