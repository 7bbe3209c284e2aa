// Imports flow down only (design: app → components → actions → use cases → rules → schemas). One sentence a rule.
const pureFiles = "(^|/)(rules|schema|words)\\.ts$";
const tests = "\\.test\\.ts$|^lib/testing/|^e2e/";

module.exports = {
  forbidden: [
    {
      name: "no-circles",
      comment: "Two modules that need each other are one module, or share a third.",
      severity: "error",
      from: { pathNot: "^prisma/client/" },
      to: { circular: true },
    },
    {
      name: "rules-and-schemas-are-pure",
      comment: "Rules, schemas and words decide and describe; they reach nothing that waits, writes or renders.",
      severity: "error",
      from: { path: `^lib/.*${pureFiles}` },
      to: {
        pathNot: [
          `^lib/.*${pureFiles}`,
          "^lib/(access|i18n/languages|validation|message|moment|fold|errors)(/|\\.ts$)",
          "^node_modules/zod/",
          "^node_modules/any-ascii/",
        ],
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "access-decides-over-data",
      comment: "The decision is a pure function: what it needs is handed to it.",
      severity: "error",
      from: { path: "^lib/access/", pathNot: tests },
      to: { pathNot: "^lib/access/" },
    },
    {
      name: "components-reach-the-server-through-actions",
      comment: "A component calls an action or fetches /api/v1; of lib it knows what is safe in a browser.",
      severity: "error",
      from: { path: "^components/" },
      to: {
        path: "^(lib|prisma)/",
        pathNot: [
          "/actions\\.ts$",
          `^lib/.*${pureFiles}`,
          "^lib/(access|i18n)/",
          "^lib/(errors|message|validation|fold|live)\\.ts$",
        ],
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "pages-do-not-query",
      comment:
        "A page, a layout or a route loads through lib/entry and renders; it knows no database and runs no use case itself.",
      severity: "error",
      from: { path: "^app/" },
      to: { path: "^(lib/(db|use-case)\\.ts$|prisma/|node_modules/(pg|@prisma)/)", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "lib-knows-no-pages",
      comment: "What the house does is independent of the pages that show it.",
      severity: "error",
      from: { path: "^(lib|prisma)/" },
      to: { path: "^(app|components|e2e)/" },
    },
    {
      name: "next-stays-at-the-doors",
      comment: "Only the doors (lib/entry), who asks (lib/auth) and the language of a request know Next.js.",
      severity: "error",
      from: {
        path: "^lib/",
        pathNot: ["^lib/(entry|auth)/", "^lib/i18n/server\\.ts$", "^lib/server/(web|build)[^/]*\\.ts$", tests],
      },
      to: { path: "^node_modules/(next|next-auth|react|react-dom)/" },
    },
    {
      name: "actions-are-one-line",
      comment:
        "An action is a door to a command and knows nothing else; those on cookies (session, language) live in auth and me.",
      severity: "error",
      from: { path: "^lib/.*/actions\\.ts$", pathNot: "^lib/(auth|me)/" },
      to: { pathNot: ["^lib/entry/", "^lib/.*/commands\\.ts$"] },
    },
    {
      name: "primitives-know-no-domain",
      comment: "components/ui is built of Radix and tokens; a capability is built of components/ui.",
      severity: "error",
      from: { path: "^components/ui/" },
      to: { path: "^(components/(?!ui/)|lib/(?!errors\\.ts|message\\.ts|validation\\.ts|i18n/|fold\\.ts))" },
    },
    {
      name: "the-product-does-not-lean-on-its-tests",
      comment: "What tests need stays with the tests; the demonstration's seed may use their factories.",
      severity: "error",
      from: { path: "^(app|components|lib)/", pathNot: [tests, "^lib/server/"] },
      to: { path: "^(lib/testing|e2e)/" },
    },
    {
      name: "the-database-has-one-client",
      comment: "Only lib/db.ts, what listens, the worker and the code that starts a PostgreSQL open connections.",
      severity: "error",
      from: {
        path: "^(app|components|lib)/",
        pathNot: ["^lib/(db|live-listener)\\.ts$", "^lib/(server|jobs)/", tests],
      },
      to: { path: "^node_modules/(pg|@prisma/adapter-pg)/" },
    },
    {
      name: "what-is-imported-exists",
      comment: "Every import leads to a file or to a package of package.json.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: "no-development-packages-in-the-product",
      comment: "An installation without development packages must start.",
      severity: "error",
      from: { path: "^(app|components|lib|prisma)/", pathNot: [tests] },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"], pathNot: "^node_modules/@types/" },
    },
  ],
  options: {
    doNotFollow: { path: "^(node_modules|prisma/client)" },
    exclude: { path: "^\\.next/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json"],
    },
  },
};
