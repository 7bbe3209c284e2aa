"use client";

import { useMemo } from "react";
import type { UseFormReturn } from "react-hook-form";
import { useWatch } from "react-hook-form";
import { useTranslations } from "use-intl";
import { NoticeBanner } from "#components/ui/notice-banner.tsx";
import type { Option } from "#components/ui/picker-options.ts";
import type { Members as MemberList, WorkspaceJson } from "../api.ts";
import { PeopleField } from "../form/people-field.tsx";
import { CurrentMembers } from "./current-members.tsx";
import type { ModifyInput, ModifyValues } from "./form-schema.ts";

type Props = {
  form: UseFormReturn<ModifyValues, unknown, ModifyInput>;
  base: WorkspaceJson;
  members: MemberList;
  /** The names of those who were members when the form was opened: they may be added again. */
  people: readonly Option[];
};

/** People to add, members to remove, and what the chosen type does to them. */
export function Members({ form: { control }, base, members, people }: Props) {
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
        <PeopleField control={control} workspace={base.id} people="add" role="role" except={known} known={people} />
      )}
      <CurrentMembers control={control} members={members} />
    </>
  );
}
