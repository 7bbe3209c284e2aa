import type { Command } from "commander";
import { Refusal } from "../../env.ts";
import { printResult, withDatabase } from "./with-database.ts";

type Options = { tenant?: string; head?: string };

export function register(program: Command): void {
  program
    .command("audit")
    .description("the audit log")
    .command("verify")
    .option("--tenant <name>", "only this tenant's log")
    .option(
      "--head <seq:hash>",
      "a head noted down earlier: checks what came after it, and that nothing before was cut off",
    )
    .description(
      "recompute the chain of seals; tells what was changed, removed, inserted or reordered, and exits with 1",
    )
    .action(async ({ tenant, head }: Options) => {
      const from = head === undefined ? undefined : readHead(head);
      if (from && !tenant) throw new Refusal("--head belongs to one tenant: name it with --tenant.");
      const tenants = await withDatabase(() => verify(tenant, from));
      const intact = tenants.every((each) => each.intact);
      printResult({ intact, tenants });
      if (!intact) process.exitCode = 1;
    });
}

function readHead(text: string): { seq: bigint; hash: string } {
  const [, seq, hash] = /^(\d{1,18}):([0-9a-f]{64})$/.exec(text) ?? [];
  if (!seq || !hash)
    throw new Refusal("--head is a number, a colon and 64 hex digits, as an earlier verification told them.");
  return { seq: BigInt(seq), hash };
}

async function verify(name: string | undefined, from: { seq: bigint; hash: string } | undefined) {
  const { verifyAudit } = await import("../../audit/verify.ts");
  const results = [];
  for await (const tenant of tenants(name)) {
    results.push({ tenant: tenant.name, ...(await verifyAudit({ tenantId: tenant.id, from })) });
  }
  if (name && results.length === 0) throw new Refusal(`There is no tenant ${JSON.stringify(name)}.`);
  return results;
}

const PAGE = 100;

async function* tenants(name: string | undefined): AsyncGenerator<{ id: string; name: string }> {
  const { database } = await import("../../db.ts");
  for (let after = ""; ;) {
    const page = await database().$queryRaw<
      { id: string; name: string }[]
    >`SELECT id, name FROM atrium_tenants(${after}, ${PAGE}::int)`;
    yield* page.filter((tenant) => !name || tenant.name === name);
    const last = page.at(-1);
    if (!last || page.length < PAGE) return;
    after = last.id;
  }
}
