/** Content-Security-Policy for one response. Scripts run only with its nonce, or when a script that has it loads them. */
export function contentPolicy(nonce: string, { dev, https }: { dev: boolean; https: boolean }): string {
  const directives = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    `connect-src 'self'${dev ? " ws: wss:" : ""}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(https ? ["upgrade-insecure-requests"] : []),
  ];
  return directives.join("; ");
}

/** What every response says, files of the build included. */
export function fileHeaders(https: boolean): Record<string, string> {
  return {
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": "same-origin",
    ...(https ? { "strict-transport-security": "max-age=31536000; includeSubDomains" } : {}),
  };
}

/** What every other response says besides. On a script it would tell a browser nothing, and weigh a tenth of the script. */
export function securityHeaders(https: boolean): Record<string, string> {
  return {
    ...fileHeaders(https),
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin", // a page may have a one-time secret in its path
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "cross-origin-opener-policy": "same-origin",
  };
}
