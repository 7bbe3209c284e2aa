"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Pencil } from "lucide-react";
import { useEffect, useState } from "react";
import type { UseFormReturn } from "react-hook-form";
import { useWatch } from "react-hook-form";
import { useTranslations } from "use-intl";
import { Spinner } from "#components/ui/spinner.tsx";
import { useSettled } from "#components/ui/picker-options.ts";
import { TextField } from "#components/ui/text-field.tsx";
import { NAME, SLUG } from "#lib/workspaces/rules.ts";
import { workspaceName } from "#lib/workspaces/schema.ts";
import { fetchProposedSlug } from "../api.ts";
import type { CreateInput, CreateValues } from "./form-schema.ts";

type Props = { form: UseFormReturn<CreateValues, unknown, CreateInput> };

/** The name, and under it the address that follows from it until somebody writes another one. */
export function NameFields({ form }: Props) {
  const t = useTranslations();
  const [own, setOwn] = useState(false);
  const { slug, searching } = useProposedSlug(useWatch({ control: form.control, name: "name" }), !own);

  function edit() {
    setOwn(true);
    form.setValue("slug", slug ?? "", { shouldDirty: true });
  }

  const line = (
    <span className="inline-flex flex-wrap items-center gap-x-1">
      {t("workspaces.create.address")}
      <span className="font-mono text-xs text-text">{slug ?? "—"}</span>
      {searching ? <Spinner className="mx-1.5" /> : null}
      <button
        type="button"
        aria-label={t("workspaces.create.editAddress")}
        title={t("workspaces.create.editAddress")}
        onClick={edit}
        className="-my-1 grid size-6 place-items-center rounded-md text-faint hover:bg-hover hover:text-text"
      >
        <Pencil size={13} aria-hidden />
      </button>
    </span>
  );
  return (
    <>
      <TextField
        control={form.control}
        name="name"
        label={t("workspaces.fields.name")}
        hint={own ? undefined : line}
        max={NAME.max}
        autoComplete="off"
        spellCheck={false}
      />
      {own ? <AddressField form={form} /> : null}
    </>
  );
}

function AddressField({ form }: Props) {
  const t = useTranslations();
  const { setFocus } = form;
  useEffect(() => setFocus("slug", { shouldSelect: true }), [setFocus]);
  return (
    <TextField
      control={form.control}
      name="slug"
      label={t("workspaces.create.addressLabel")}
      hint={t("workspaces.create.addressHint")}
      max={SLUG.max}
      autoComplete="off"
      autoCapitalize="none"
      spellCheck={false}
      mono
    />
  );
}

/** A free address for the name, once typing has paused and the name can be one. The server decides when it creates. */
function useProposedSlug(typed: string, enabled: boolean): { slug: string | null; searching: boolean } {
  const settled = useSettled(typed, 300);
  const name = workspaceName.safeParse(settled);
  const { data, isFetching } = useQuery({
    queryKey: ["workspaces", "proposed-slug", name.data],
    queryFn: ({ signal }) => fetchProposedSlug(name.data ?? "", signal),
    enabled: enabled && name.success,
    staleTime: 0,
    placeholderData: keepPreviousData,
  });
  return { slug: name.success ? (data ?? null) : null, searching: isFetching };
}
