import type { Step } from "#lib/access/types.ts";

/** Every way in which a use case can refuse, with the HTTP status it becomes. Codes are stable: people script against them. */
export const ERROR_STATUS = {
  invalid_input: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  stale: 409, // a form was filled from a version that is no longer current
  workspace_state: 409,
  built_in: 409,
  limit_reached: 409,
  name_taken: 409,
  too_large: 413,
  too_many_requests: 429,
  unavailable: 503,
  internal: 500,
} as const;

export type ErrorCode = keyof typeof ERROR_STATUS;
export type Params = Record<string, string | number>;
/** A message of lib/i18n/messages: key and values. */
export type Message = { key: string; params?: Params };

type Details = {
  key?: string;
  params?: Params;
  fields?: Record<string, Message>;
  because?: readonly Step[];
  data?: unknown;
  retryAfter?: number;
};

/**
 * An expected failure. Thrown inside a use case, so that its transaction rolls back; becomes a value at the door.
 * The sentence is the message `errors.<code>` unless `key` names another one; `fields` puts sentences beside inputs.
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: Details;
  /** What is left of a server error in a production browser: the error page sees by it that waiting helps. */
  readonly digest?: string;

  constructor(code: ErrorCode, details: Details = {}, options?: ErrorOptions) {
    super(code, options);
    this.name = "AppError";
    this.code = code;
    this.details = details;
    if (code === "unavailable") this.digest = "unavailable";
  }

  get status() {
    return ERROR_STATUS[this.code];
  }
}

/** A refusal as it travels to a browser. */
export type Problem = {
  code: ErrorCode;
  key: string;
  params?: Params;
  fields?: Record<string, Message>;
  because?: readonly Step[];
  data?: unknown;
  requestId: string;
};

export type ActionResult<T> = { ok: true; value: T } | { ok: false; error: Problem };

export function toProblem(error: AppError, requestId: string): Problem {
  const { key, params, fields, because, data } = error.details;
  return { code: error.code, key: key ?? `errors.${error.code}`, params, fields, because, data, requestId };
}

/** One field is wrong: the sentence stands beside it. */
export function fieldError(field: string, key: string, params?: Params, code: ErrorCode = "invalid_input"): AppError {
  return new AppError(code, { key, params, fields: { [field]: { key, params } } });
}
