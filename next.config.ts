import type { NextConfig } from "next";

// Security headers, the nonce of the content policy and compression come from lib/server/web.ts, which sees every request first.
export default {
  poweredByHeader: false,
  compress: false, // lib/server/web/compression.ts does
  reactStrictMode: true,
  typescript: { ignoreBuildErrors: true }, // `npm run check` has the types; checking them again would double a cold start
  serverExternalPackages: ["@node-rs/argon2", "pg", "pino", "graphile-worker", "@prisma/client", "@prisma/adapter-pg"],
  logging: { serverFunctions: false }, // in development Next would print their arguments, passwords among them
  // zod carries its own messages in fifty languages, 50 kB compressed; ours come from lib/i18n (see lib/validation.ts).
  turbopack: {
    resolveAlias: {
      "../locales/index.js": "zod/v4/locales/en.js",
      "use-intl/format-message": "use-intl/format-message/format-only", // for messages that are compiled already
    },
    rules: { "**/i18n/messages/*.json": { loaders: ["./lib/i18n/compile-messages.mjs"], as: "*.json" } },
  },
  experimental: {
    serverActions: { bodySizeLimit: "1mb" },
    optimizePackageImports: ["lucide-react", "radix-ui"],
    // Three times the usual size: a dozen files compress better than two dozen, and each costs its headers.
    turbopackChunking: { minChunkSize: 150_000 },
  },
} satisfies NextConfig;
