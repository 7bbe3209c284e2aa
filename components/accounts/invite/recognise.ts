import { MOST_INVITED_AT_ONCE } from "#lib/accounts/rules.ts";
import { newUser } from "#lib/accounts/schema.ts";
import { fold } from "#lib/fold.ts";

// A list of people as it comes out of a mail program, a table or somebody's head: one a line, in any of the usual forms.

/** Why somebody of the list cannot be invited. */
export type Trouble = "noAddress" | "address" | "name" | "twice" | "known" | "tooMany";

export type Recognised = {
  /** Number of the line, from 1. */
  line: number;
  email: string;
  name: string;
  /** No name was given: it is made of the address. */
  guessed: boolean;
  trouble: Trouble | null;
};

type Person = { email: string; name: string };

type Read = Omit<Recognised, "line">;

// What a line means does not change by the lines around it: with every key, only the one that is typed in is read anew.
const MOST_KEPT = 20_000;
const kept = new Map<string, readonly Read[]>();

/** Who is meant, line by line. `known`: addresses that are users already. */
export function recognise(text: string, known: ReadonlySet<string>): Recognised[] {
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/);
  const first = lines.findIndex((line) => line.trim() !== "");
  const columns = first < 0 ? null : readHeader(cellsOf(lines[first] ?? ""));
  const under = columns ? `${columns.email} ${columns.name.join(" ")}` : "";
  const seen = new Set<string>();
  let count = 0;
  return lines.flatMap((line, index) => {
    if (line.trim() === "" || (columns && index === first)) return [];
    return readLine(line, columns, under).map((row): Recognised => {
      const { email } = row;
      const here = { ...row, line: index + 1 };
      if (row.trouble) return here;
      if (seen.has(email)) return { ...here, trouble: "twice" };
      seen.add(email);
      if (known.has(email)) return { ...here, trouble: "known" };
      return ++count > MOST_INVITED_AT_ONCE ? { ...here, trouble: "tooMany" } : here;
    });
  });
}

/** The people of a line, each by itself; `under`: the heading in one text. */
function readLine(line: string, columns: Columns | null, under: string): readonly Read[] {
  const key = `${under}\n${line}`;
  const before = kept.get(key);
  if (before) return before;
  const people = columns ? [byColumns(cellsOf(line), columns)] : peopleIn(line);
  const rows = people.map((person): Read => {
    const guessed = person.name === "";
    const name = guessed ? nameFrom(person.email) : person.name;
    const read = newUser.safeParse({ email: person.email, name });
    if (read.success) return { ...read.data, guessed, trouble: null };
    const wrong = read.error.issues.map(({ path }) => path[0]);
    return { email: person.email, name, guessed, trouble: troubleOf(person, wrong) };
  });
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(key, rows);
  return rows;
}

function troubleOf({ email }: Person, wrong: readonly unknown[]): Trouble | null {
  if (email === "") return "noAddress";
  if (wrong.includes("email")) return "address";
  return wrong.includes("name") ? "name" : null;
}

/** `lin.mei@example.org` → `Lin Mei` */
function nameFrom(email: string): string {
  const words = email.replace(/@.*$/s, "").split(/[._+-]+/);
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(" ");
}

/** `Lin Mei <mei@example.org>`, several of them, `mei@example.org, Lin Mei` in either order, or addresses alone. */
function peopleIn(line: string): Person[] {
  if (/<[^<>]*>/.test(line))
    return line.split(/(?<=>)[\s,;]+/).flatMap((part) => (part.trim() ? [inBrackets(part)] : []));
  const cells = cellsOf(line).filter((cell) => cell !== "");
  if (cells.length > 1 && cells.every((cell) => /^\S+@\S+$/.test(cell)))
    return cells.map((email) => ({ email, name: "" }));
  const at = cells.findIndex((cell) => cell.includes("@"));
  if (at < 0) return [{ email: "", name: cells.join(" ") }];
  const others = cells.filter((_, index) => index !== at).join(" ");
  const words = (cells[at] ?? "").split(/\s+/);
  if (others !== "" || words.length === 1) return [{ email: cells[at] ?? "", name: others }];
  const email = words.find((word) => word.includes("@")) ?? "";
  return [{ email, name: words.filter((word) => word !== email).join(" ") }];
}

function inBrackets(part: string): Person {
  const email = /<([^<>]*)>/.exec(part)?.[1] ?? "";
  return { email: email.trim(), name: unquoted(part.replace(/<[^<>]*>.*$/s, "").trim()) };
}

/** The cells of a line of CSV: separated by commas, semicolons or tabs, in quotes where they hold one of these. */
function cellsOf(line: string): string[] {
  const separator = ["\t", ";", "；", "，"].find((mark) => line.includes(mark)) ?? ",";
  const cells: string[] = [];
  let cell = "";
  let quoted = false;
  for (const letter of line) {
    if (letter === '"') quoted = !quoted;
    if (letter === separator && !quoted) {
      cells.push(cell);
      cell = "";
    } else cell += letter;
  }
  return [...cells, cell].map((each) => unquoted(each.trim()));
}

function unquoted(text: string): string {
  return /^".*"$/s.test(text) ? text.slice(1, -1).replaceAll('""', '"').trim() : text;
}

type Columns = { email: number; name: readonly number[] };

const EMAIL = [
  "e-mail",
  "email",
  "mail",
  "e-mail address",
  "email address",
  "address",
  "邮箱",
  "邮件",
  "邮箱地址",
  "电子邮箱",
];
const NAMES = ["name", "full name", "display name", "姓名", "名字"];
const PARTS = [
  ["first name", "given name", "名"],
  ["last name", "family name", "surname", "姓"],
];

/** Which column holds what, if the line is a heading; null otherwise. */
function readHeader(cells: readonly string[]): Columns | null {
  if (cells.some((cell) => cell.includes("@"))) return null;
  const heads = cells.map((cell) => fold(cell.replace(/^\uFEFF/, "")).trim());
  const find = (words: readonly string[]) => heads.findIndex((head) => words.includes(head));
  const email = find(EMAIL);
  if (email < 0) return null;
  const whole = find(NAMES);
  const name = whole >= 0 ? [whole] : PARTS.map(find).filter((index) => index >= 0);
  return { email, name };
}

function byColumns(cells: readonly string[], columns: Columns): Person {
  const name = columns.name.map((index) => cells[index] ?? "").filter(Boolean);
  return { email: cells[columns.email] ?? "", name: name.join(" ") };
}
