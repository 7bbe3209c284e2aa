import next from "eslint-config-next/core-web-vitals";
import typescript from "eslint-config-next/typescript";

const noEnvironment = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: "The environment is parsed once, in lib/env.ts: use env() from there.",
};
const noHalfTests = {
  selector:
    "MemberExpression[object.name=/^(test|it|describe|suite)$/][property.name=/^(only|skip|todo|fixme|skipIf|runIf|fails)$/]",
  message: "A test that does not run promises nothing: make it pass or take it away.",
};

export default [
  { ignores: [".next/**", "node_modules/**", "prisma/client/**", "next-env.d.ts", "test-results/**", ".atrium/**"] },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: "error" } }, // a rule that is wrong changes here
  ...next,
  ...typescript,
  {
    rules: {
      "no-console": "error", // lib/logger.ts writes lines that carry a request id and no secrets
      "no-restricted-syntax": ["error", noEnvironment, noHalfTests],
      "import/no-anonymous-default-export": "off", // configuration files
      // What only the React Compiler needs, which is not used: it halved the pages a second.
      "react-hooks/refs": "off",
      "react-hooks/immutability": "off",
      "@next/next/no-assign-module-variable": "off", // modules are what roles grant; every file is an ES module
      eqeqeq: ["error", "always"],
      "no-param-reassign": "error",
      "prefer-const": "error",
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_", caughtErrors: "all" },
      ],
      "@typescript-eslint/no-unused-expressions": "error",
      "@typescript-eslint/no-non-null-assertion": "off", // noUncheckedIndexedAccess asks for them where a row is certain
      "@typescript-eslint/consistent-type-imports": [
        "error",
        { fixStyle: "separate-type-imports", disallowTypeAnnotations: false },
      ],
    },
  },
  {
    files: ["**/*.ts", "**/*.tsx"],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: { "@typescript-eslint/no-floating-promises": "error", "@typescript-eslint/await-thenable": "error" },
  },
  {
    files: ["app/**", "components/**"],
    ignores: ["components/ui/link.tsx"],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          paths: [
            {
              name: "next/link",
              message: "Link of components/ui/link.tsx fetches ahead only what somebody comes near.",
            },
          ],
        },
      ],
    },
  },
  {
    files: ["app/**"],
    rules: { "react-hooks/purity": "off" }, // pages are rendered once, on the server: they may know the time
  },
  {
    files: ["**/*.test.ts"], // tests start processes with an environment of their own
    rules: { "no-restricted-syntax": ["error", noHalfTests] },
  },
  {
    // What starts processes and what a person reads in a terminal.
    files: ["lib/env.ts", "lib/server/**", "lib/testing/**", "e2e/bench/**", "playwright.config.ts"],
    rules: { "no-console": "off", "no-restricted-syntax": ["error", noHalfTests] },
  },
  {
    files: ["lib/auth/options.ts"], // next-auth takes its address from the environment alone
    rules: { "no-restricted-syntax": ["error", noHalfTests] },
  },
  {
    files: ["e2e/**"],
    rules: { "react-hooks/rules-of-hooks": "off" }, // Playwright's fixtures end in use(), which is no hook
  },
];
