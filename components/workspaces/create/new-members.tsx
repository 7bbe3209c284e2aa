"use client";

import { ChevronRight } from "lucide-react";
import { useState } from "react";
import type { Control } from "react-hook-form";
import { useWatch } from "react-hook-form";
import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { NoticeBanner } from "#components/ui/notice-banner.tsx";
import type { WorkspaceSettings } from "#lib/workspaces/schema.ts";
import { PeopleField } from "../form/people-field.tsx";
import { CopiedMembers } from "./copied-members.tsx";
import type { CreateInput, CreateValues } from "./form-schema.ts";

type Props = {
  control: Control<CreateValues, unknown, CreateInput>;
  /** The workspace whose settings it starts from. */
  source: WorkspaceSettings | null;
};

/** Who becomes a member at once: asked for under INTERNAL, offered under PUBLIC, without meaning under PRIVATE. */
export function NewMembers({ control, source }: Props) {
  const t = useTranslations();
  const [opened, setOpened] = useState(false);
  const [type, members, copied] = useWatch({ control, name: ["authorizationType", "members", "copied"] });
  const nobody = members.length === 0;
  const alone = nobody && (copied ?? []).length === 0;
  const others = source ? <CopiedMembers control={control} source={source} /> : null;
  if (type === "PRIVATE") return <p className="text-muted">{t("workspaces.people.private")}</p>;
  if (type === "PUBLIC" && nobody && !opened) {
    return (
      <>
        {others}
        <Button
          variant="link"
          className="justify-self-start"
          icon={<ChevronRight size={14} aria-hidden />}
          aria-expanded={false}
          onClick={() => setOpened(true)}
        >
          {t("workspaces.people.underPublic")}
        </Button>
      </>
    );
  }
  return (
    <>
      <PeopleField control={control} workspace={null} people="members" role="role" />
      {others}
      {type === "INTERNAL" && alone ? (
        <NoticeBanner role="status" tone="warn">
          {t("workspaces.people.nobody")}
        </NoticeBanner>
      ) : null}
    </>
  );
}
