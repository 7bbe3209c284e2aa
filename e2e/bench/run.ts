import { closeDatabase } from "#lib/db.ts";
import { resolveSettings } from "#lib/env.ts";
import { withClient } from "#lib/server/postgres.ts";
import { startProduct } from "#lib/testing/product.ts";
import { accessRows, decisionRow, prepare } from "./access.ts";
import { browserRows } from "./browser.ts";
import { listRows, memberRows, sized, switcherRows, throughput } from "./lists.ts";
import { isMet, type Row, table } from "./measure.ts";
import { parts } from "./parts.ts";

// `npm run bench`: what the product costs beside the least that it could, and what a size costs, as ratios within one run
// on one machine; on the production build and a database of its own. Ten minutes, of which most make 100,000 workspaces.
// It ends with 1 when a target is missed. `npm run bench -- 5` measures five rounds of each instead of 15; with the name
// of a part behind it (`npm run bench -- 15 access`), that part alone, in a minute or two.

const rounds = Number(process.argv[2] ?? 15);
const only = process.argv[3];

function show(rows: readonly Row[]): readonly Row[] {
  console.log(`\n${table(rows)}`);
  return rows;
}

resolveSettings({ ATRIUM_BENCH: "1" });
const product = await startProduct("bench");
try {
  const rows = [...(only === "access" ? [] : await lists()), ...(only === "lists" ? [] : await access())];
  const missed = rows.filter((row) => !isMet(row));
  console.log(missed.length === 0 ? "\nAll targets met." : `\nMissed: ${missed.map(({ what }) => what).join("; ")}.`);
  process.exitCode = missed.length === 0 ? 0 : 1;
} finally {
  await closeDatabase();
  await product.stop();
}

async function vacuum(): Promise<void> {
  // As `seed --tenant` does; a deployment that grew day by day has had it done by PostgreSQL itself.
  await withClient(product.ownerUrl, async (owner) => {
    for (const name of ["Workspace", "Membership", "Principal"]) await owner.query(`VACUUM (ANALYZE) "${name}"`);
  });
}

async function lists(): Promise<Row[]> {
  const [hundred, thousand, tenThousand, hundredThousand] = [
    await sized(product.url, "bench-100", 100, 5),
    await sized(product.url, "bench-1000", 1_000, 50),
    await sized(product.url, "bench-10000", 10_000, 500),
    await sized(product.url, "bench-100000", 100_000),
  ];
  await vacuum();
  return [
    ...show([await throughput(hundredThousand, Math.ceil(rounds / 2))]),
    ...show(await browserRows(product.url, hundredThousand.superAdmin)),
    ...show(await switcherRows(hundred, tenThousand, 2 * rounds)),
    ...show(await listRows(thousand, hundredThousand, rounds)),
    ...show(await memberRows(thousand, hundredThousand, rounds)),
    ...show(await parts()),
  ];
}

async function access(): Promise<Row[]> {
  const crowd = await sized(product.url, "bench-members", 2, 10_000);
  const prepared = await prepare(crowd);
  await vacuum();
  return [...show([await decisionRow()]), ...show(await accessRows(prepared, rounds))];
}
