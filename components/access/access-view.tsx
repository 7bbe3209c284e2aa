"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { undisturbed } from "#components/shell/live-changes.ts";
import { cx } from "#components/ui/cx.ts";
import { useInAddress } from "#components/ui/use-address.ts";
import type { Explanation } from "#lib/explanations/schema.ts";
import { AccessMatrix, keyOf, Mark } from "./matrix.tsx";
import { Verdict } from "./verdict.tsx";

type Props = Pick<Explanation, "modules" | "roleNames" | "principal"> & {
  /** It is the reader. */
  you: boolean;
};

/** The matrix, and beside it (below it on narrow screens) why. The cell stands in the URL. */
export function AccessView({ modules, roleNames, principal, you }: Props) {
  const t = useTranslations();
  const { params, set } = useInAddress();
  const [pending, setPending] = useState<string | null>();
  const cell = pending === undefined ? params.get("cell") : pending;
  const row = modules.find(({ module, cells }) => cells.some(({ verb }) => keyOf(module, verb) === cell));
  const found = row?.cells.find(({ verb }) => keyOf(row.module, verb) === cell);

  /** At once here, and in the address as soon as nothing is disturbed by that. */
  function choose(next: string | null) {
    setPending(next);
    const settle = () => {
      set({ cell: next });
      setPending(undefined);
    };
    undisturbed(settle, { closes: true });
  }

  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 xl:grid-cols-[minmax(0,1fr)_330px]">
      <div className="min-w-0">
        <AccessMatrix
          label={t("access.matrix", { name: principal.name })}
          modules={modules}
          chosen={row ? cell : null}
          onChoose={choose}
        />
        <Legend />
      </div>
      <aside
        aria-label={t("access.why")}
        className={cx(
          "rounded-xl border border-border bg-surface p-4 xl:sticky xl:top-19",
          row
            ? "max-xl:sticky max-xl:bottom-3 max-xl:z-20 max-xl:max-h-[55dvh] max-xl:overflow-y-auto max-xl:shadow-float"
            : "max-xl:hidden",
        )}
      >
        <div aria-live="polite">
          {row && found ? (
            <Verdict
              row={row}
              cell={found}
              name={you ? null : principal.name}
              roleNames={roleNames}
              onClose={() => choose(null)}
            />
          ) : (
            <p className="text-pretty text-muted">{t("access.choose")}</p>
          )}
        </div>
      </aside>
    </div>
  );
}

function Legend() {
  const t = useTranslations();
  const marks = [
    { reach: "yes", text: t("access.marks.yes") },
    { reach: "own", text: t("access.marks.ownLegend") },
    { reach: "public", text: t("access.marks.publicLegend") },
    { reach: "no", text: t("access.marks.no") },
  ] as const;
  return (
    <p className="mt-2.5 flex flex-wrap items-center gap-x-4 gap-y-1 px-1 text-sm text-muted">
      <span>{t("access.legend")}</span>
      {marks.map(({ reach, text }) => (
        <span key={reach} className="inline-flex items-center gap-1.5">
          <Mark reach={reach} />
          {text}
        </span>
      ))}
    </p>
  );
}
