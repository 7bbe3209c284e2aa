"use client";

import type { UseFormReturn } from "react-hook-form";
import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { NoticeBanner } from "#components/ui/notice-banner.tsx";
import type { WorkspaceJson } from "../api.ts";
import { useRoleName } from "#components/shell/use-role-name.ts";
import { ownValues, type ModifyInput, type ModifyValues, type OwnField } from "./form-schema.ts";

type Props = {
  standing: "current" | "behind" | "loading" | "failed";
  theirs: readonly OwnField[];
  base: WorkspaceJson;
  form: UseFormReturn<ModifyValues, unknown, ModifyInput>;
  onLoad: () => void;
};

const LABELS = {
  name: "workspaces.fields.name",
  description: "workspaces.fields.description",
  enterpriseProjectId: "workspaces.fields.enterpriseProject",
  authorizationType: "workspaces.fields.authorizationType",
  publicRole: "workspaces.fields.publicRole",
} as const;

/** Somebody else saved meanwhile: first the way to their values, then what they chose where one typed something else. */
export function StaleNotice({ standing, theirs, base, form, onLoad }: Props) {
  const t = useTranslations();
  const roleName = useRoleName();
  if (standing !== "current") {
    return (
      <NoticeBanner
        role="alert"
        tone="warn"
        title={t("workspaces.stale.title")}
        action={
          <Button size="sm" pending={standing === "loading"} onClick={onLoad}>
            {t("workspaces.stale.load")}
          </Button>
        }
      >
        {t(standing === "failed" ? "workspaces.loadFailed" : "workspaces.stale.text")}
      </NoticeBanner>
    );
  }
  if (theirs.length === 0) return null;

  const present = ownValues(base);
  const shown = (field: OwnField): string => {
    if (field === "enterpriseProjectId") return base.enterpriseProject.name;
    return field === "publicRole" ? roleName(base.publicRole) : present[field] || t("workspaces.stale.nothing");
  };
  return (
    <NoticeBanner role="status" tone="info" title={t("workspaces.stale.both")}>
      <ul className="grid gap-1">
        {theirs.map((field) => (
          <li key={field} className="flex items-baseline justify-between gap-3">
            <span className="min-w-0 wrap-anywhere">
              {t("workspaces.stale.theirs", { field: t(LABELS[field]), value: shown(field) })}
            </span>
            <Button
              variant="link"
              onClick={() => form.setValue(field, present[field], { shouldDirty: true, shouldValidate: true })}
            >
              {t("workspaces.stale.use")}
            </Button>
          </li>
        ))}
      </ul>
    </NoticeBanner>
  );
}
