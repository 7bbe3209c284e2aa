// Loaded before everything else, by any Node that npm finds: an old one could not even read what follows.
const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  process.stderr.write(
    `Atrium needs Node.js 22.18 or later, and this is ${process.versions.node}: install a newer one, or run ` +
      '"npm rebuild node", which brings one into this folder.\n',
  );
  process.exit(1);
}
