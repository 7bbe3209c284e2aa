"use client";

import { useMemo } from "react";
import type { UseFormReturn } from "react-hook-form";
import { useWatch } from "react-hook-form";
import { useTranslations } from "use-intl";
import { NoticeBanner } from "#components/ui/notice-banner.tsx";
import type { MemberView } from "#lib/members/schema.ts";
import type { WorkspaceJson } from "../api.ts";
import { PeopleField } from "../form/people-field.tsx";
import { CurrentMembers } from "./current-members.tsx";
import type { ModifyInput, ModifyValues } from "./form-schema.ts";

type Props = {
  form: UseFormReturn<ModifyValues, unknown, ModifyInput>;
  base: WorkspaceJson;
  members: { data: MemberView[]; total: number };
};

/** People to add, members to remove, and what the chosen type does to them. */
export function Members({ form: { control }, base, members }: Props) {
  const t = useTranslations();
  const [type, add, remove] = useWatch({ control, name: ["authorizationType", "add", "remove"] });
  const known = useMemo(() => new Set(members.data.map(({ id }) => id)), [members]);
  const staying = members.total - (remove?.length ?? 0);

  function note() {
    if (type === "PRIVATE") {
      if (base.authorizationType === "PUBLIC") return t("workspaces.people.allLoseAccess", { count: staying });
      if (base.authorizationType === "INTERNAL" && staying > 0)
        return t("workspaces.people.loseAccess", { count: staying });
      return null;
    }
    return type === "INTERNAL" && staying + add.length === 0 ? t("workspaces.people.nobody") : null;
  }
  const warning = note();

  return (
    <>
      {warning ? (
        <NoticeBanner role="status" tone="warn">
          {warning}
        </NoticeBanner>
      ) : null}
      {type === "PRIVATE" ? (
        <p className="text-muted">
          {t(staying > 0 ? "workspaces.people.sleep" : "workspaces.people.private", { count: staying })}
        </p>
      ) : (
        <PeopleField control={control} people="add" role="role" except={known} />
      )}
      <CurrentMembers control={control} members={members} />
    </>
  );
}
