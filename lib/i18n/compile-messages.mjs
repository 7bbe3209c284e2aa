import compile from "icu-minify/compile";

// Used by Next's bundler (next.config.ts) on messages/*.json: what they say is taken apart while the product is built, and
// the parser stays out of the script. Outside of a bundle (worker, tests) use-intl reads the very same files as they are.

function compiled(tree) {
  if (typeof tree === "string") return compile(tree);
  return Object.fromEntries(Object.entries(tree).map(([name, value]) => [name, compiled(value)]));
}

export default function compileMessages(source) {
  return JSON.stringify(compiled(JSON.parse(source)));
}
