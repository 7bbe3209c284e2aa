import { X } from "lucide-react";
import Link from "next/link";
import type { AuditFilter } from "#lib/audit/schema.ts";
import { getT } from "#lib/i18n/server.ts";

/** Says whose entries are shown alone, and leads back to everybody's. */
export async function ActorChip({ name, filter }: { name: string; filter: AuditFilter }) {
  const t = await getT();
  const kept = new URLSearchParams();
  if (filter.search) kept.set("search", filter.search);
  if (filter.outcome.length > 0) kept.set("outcome", filter.outcome.join(","));
  return (
    <span className="inline-flex h-8.5 max-w-full items-center rounded-lg border border-border bg-surface pl-2.5">
      <span className="truncate">{t("audit.filter.by", { name })}</span>
      <Link
        href={`/account/audit?${kept}`}
        aria-label={t("audit.filter.clear")}
        className="mx-1 grid size-6 shrink-0 place-items-center rounded-md text-faint hover:bg-hover hover:text-text"
      >
        <X size={14} aria-hidden />
      </Link>
    </span>
  );
}
