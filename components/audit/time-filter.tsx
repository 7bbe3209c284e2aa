"use client";

import { useState } from "react";
import { useFormatter, useTimeZone, useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { FilterFrame } from "#components/ui/filter-frame.tsx";
import { useAddress } from "#components/ui/use-address.ts";
import { RANGES, type Range } from "#lib/audit/schema.ts";
import { fromWallTime, toWallTime } from "./wall-time.ts";

type Given = { range?: Range; from?: string; to?: string };

/** When: the last hours or days, or from one moment to another. `given`: as the server understood the address. */
export function TimeFilter({ given }: { given: Given }) {
  const t = useTranslations();
  const format = useFormatter();
  const [open, setOpen] = useState(false);
  const { loading, go } = useAddress();
  const choose = ({
    range = null,
    from = null,
    to = null,
  }: {
    range?: string | null;
    from?: string | null;
    to?: string | null;
  }) => {
    setOpen(false);
    go({ range, from, to, cursor: null });
  };
  const at = (moment: string) => format.dateTime(new Date(moment), { dateStyle: "medium", timeStyle: "short" });
  const { range, from, to } = given;
  const shown = range
    ? t(`audit.time.ranges.${range}`)
    : from && to
      ? t("audit.time.between", { from: at(from), to: at(to) })
      : from
        ? t("audit.time.since", { from: at(from) })
        : to
          ? t("audit.time.until", { to: at(to) })
          : null;

  return (
    <FilterFrame
      label={t("audit.time.label")}
      values={shown ? [shown] : []}
      loading={loading}
      onClear={() => choose({})}
      open={open}
      onOpenChange={setOpen}
      className="grid w-72 gap-3 p-3"
    >
      <div role="group" aria-label={t("audit.time.quick")} className="flex flex-wrap gap-1.5">
        {(Object.keys(RANGES) as Range[]).map((each) => (
          <Button key={each} size="sm" aria-pressed={each === range} onClick={() => choose({ range: each })}>
            {t(`audit.time.ranges.${each}`)}
          </Button>
        ))}
      </div>
      <Between given={given} onChoose={choose} />
    </FilterFrame>
  );
}

function Between({
  given,
  onChoose,
}: {
  given: Given;
  onChoose: (time: { from: string | null; to: string | null }) => void;
}) {
  const t = useTranslations();
  const zone = useTimeZone() ?? "UTC";
  const wall = (moment?: string) => (moment && !given.range ? toWallTime(moment, zone) : "");
  const [from, setFrom] = useState(wall(given.from));
  const [to, setTo] = useState(wall(given.to));
  const fields = [
    { name: t("audit.time.from"), value: from, set: setFrom },
    { name: t("audit.time.to"), value: to, set: setTo },
  ];
  const backwards = from !== "" && to !== "" && from >= to;
  return (
    <form
      className="grid gap-2.5"
      onSubmit={(event) => {
        event.preventDefault();
        if (!backwards) onChoose({ from: fromWallTime(from, zone), to: fromWallTime(to, zone) });
      }}
    >
      {fields.map(({ name, value, set }) => (
        <label key={name} className="grid gap-1 text-sm font-medium">
          {name}
          <input
            type="datetime-local"
            value={value}
            max="9999-12-31T23:59"
            onChange={(event) => set(event.target.value)}
            aria-invalid={backwards || undefined}
            className="field-box num h-8.5 w-full px-2.5 font-normal"
          />
        </label>
      ))}
      <p role="status" className={backwards ? "text-sm text-danger" : "text-sm text-muted"}>
        {backwards ? t("audit.time.backwards") : t("audit.time.zone", { zone })}
      </p>
      <Button type="submit" variant="primary" reason={from || to ? undefined : t("audit.time.neither")}>
        {t("audit.time.apply")}
      </Button>
    </form>
  );
}
