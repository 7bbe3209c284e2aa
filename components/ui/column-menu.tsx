"use client";

import { useOptimistic, useState, useTransition } from "react";
import { toast } from "./toast.ts";
import { useTranslations } from "use-intl";
import type { ActionResult } from "#lib/errors.ts";
import { Button } from "./button.tsx";
import { Checkbox } from "./checkbox.tsx";
import { LatePopover, plainWindow } from "./late-popover.tsx";
import { useReauthenticate } from "./reauthenticate.ts";
import { useMessage } from "./use-message.ts";

type Props<Table extends string> = {
  /** Under which name the choice is kept. */
  table: Table;
  /** Those that can be left out, in the table's order. */
  columns: readonly { id: string; label: string }[];
  shown: readonly string[];
  /** Keeps a choice; null: the usual columns. The page is rendered anew with it. */
  choose: (input: { table: Table; columns: string[] | null }) => Promise<ActionResult<unknown>>;
};

/** Which columns of a table its reader sees. Kept on the server, so that they are the same in each browser. */
export function ColumnMenu<Table extends string>({ table, columns, shown, choose }: Props<Table>) {
  const t = useTranslations();
  const say = useMessage();
  const reauthenticate = useReauthenticate();
  const [open, setOpen] = useState(false);
  const [, startTransition] = useTransition();
  const [ticked, tick] = useOptimistic(shown, (_before, next: readonly string[]) => next);

  function keep(next: string[] | null) {
    startTransition(async () => {
      if (next) tick(next);
      let result = await choose({ table, columns: next }).catch(() => null);
      if (result && !result.ok && result.error.code === "unauthenticated" && (await reauthenticate?.()))
        result = await choose({ table, columns: next }).catch(() => null);
      if (result?.ok) return;
      toast.error(t("ui.columns.failed"), { description: say(result?.error ?? { key: "errors.network" }) });
    });
  }

  const choices = (
    <>
      <fieldset>
        <legend className="sr-only">{t("ui.columns.title")}</legend>
        {columns.map(({ id, label }) => (
          <label
            key={id}
            className="flex h-8 cursor-pointer items-center gap-2.5 rounded-md px-2.5 hover:bg-hover has-focus-visible:bg-hover"
          >
            <Checkbox
              checked={ticked.includes(id)}
              onChange={(event) => {
                const { checked } = event.target;
                keep(
                  columns
                    .map((column) => column.id)
                    .filter((other) => (other === id ? checked : ticked.includes(other))),
                );
              }}
            />
            {label}
          </label>
        ))}
      </fieldset>
      <div className="mx-1 my-1.5 h-px bg-border" />
      <Button variant="ghost" size="sm" className="w-full justify-start!" onClick={() => keep(null)}>
        {t("ui.columns.usual")}
      </Button>
    </>
  );
  return (
    <LatePopover
      open={open}
      onOpenChange={setOpen}
      trigger={<Button>{t("ui.columns.title")}</Button>}
      window={plainWindow}
      given={{
        align: "end",
        "aria-label": t("ui.columns.title"),
        className: "min-w-48 overflow-y-auto",
        children: choices,
      }}
    />
  );
}
