"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useForm, useWatch } from "react-hook-form";
import { toast } from "#components/ui/toast.ts";
import { useTranslations } from "use-intl";
import { useRoleName } from "#components/shell/use-role-name.ts";
import { Button } from "#components/ui/button.tsx";
import { SavedBy } from "#components/ui/conflict-dialog.tsx";
import { CancelButton, Dialog, DialogBody, DialogFooter, DialogForm } from "#components/ui/dialog.tsx";
import { FormError } from "#components/ui/form-error.tsx";
import { NoticeBanner } from "#components/ui/notice-banner.tsx";
import { PickerField } from "#components/ui/picker-field.tsx";
import { useSubmit } from "#components/ui/use-submit.ts";
import { LoadFailed } from "#components/workspaces/dialogs/load-failed.tsx";
import { DialogLoading } from "#components/workspaces/dialogs/loading.tsx";
import { useRefusal } from "#components/workspaces/form/use-refusal.tsx";
import type { Problem } from "#lib/errors.ts";
import type { ShownRole } from "#lib/roles/schema.ts";
import { COUNTED_TO } from "#lib/validation.ts";
import { openedRoleQuery, type RoleNow } from "./api.ts";
import { commandsOf, type Place } from "./place.ts";
import { useReplacements } from "./use-replacements.ts";

type Props = { place: Place; role: ShownRole; onClose: () => void };

/** "Delete <name>?": who has it gets another one in the same moment. */
export function DeleteDialog({ place, role, onClose }: Props) {
  const t = useTranslations();
  const { data, error, refetch } = useQuery(openedRoleQuery(place, role.id));
  return (
    <Dialog open onOpenChange={onClose} title={t("roles.delete.title", { name: role.name ?? role.id })}>
      {data ? (
        <DeleteForm
          place={place}
          role={data}
          seen={role.version}
          onLook={() => refetch().then(() => {})}
          onDone={onClose}
        />
      ) : error ? (
        <LoadFailed error={error} onRetry={() => void refetch()} />
      ) : (
        <DialogLoading rows={2} />
      )}
    </Dialog>
  );
}

type FormProps = {
  place: Place;
  role: RoleNow;
  /** The version that the page showed. */
  seen: number;
  onLook: () => Promise<void>;
  onDone: () => void;
};

function DeleteForm({ place, role, seen, onLook, onDone }: FormProps) {
  const t = useTranslations();
  const roleName = useRoleName();
  const refused = useRefusal();
  const [known, setKnown] = useState(seen);
  const { id, version, members, isPublicRole } = role;
  const inUse = members !== 0 || isPublicRole;
  const source = useReplacements(place, role);
  const form = useForm({ defaultValues: { replacement: "" } });
  const replacement = useWatch({ control: form.control, name: "replacement" });
  const submit = useSubmit(form, () => commandsOf(place).remove({ id, version, ...(inUse && { replacement }) }), {
    onProblem: look,
    onDone({ members: count }) {
      onDone();
      const to = source.options.find(({ value }) => value === replacement)?.label ?? roleName(replacement);
      toast.success(t("roles.delete.done", { name: role.name ?? id, count: inUse ? count : 0, to }));
    },
  });

  /** It changed, or was handed out, since it was looked at: it is looked at again, and what is asked may be another thing. */
  function look(problem: Problem): boolean {
    if (problem.code === "stale") {
      setKnown(version);
      void onLook();
      return true;
    }
    if (problem.code === "conflict" && !inUse) {
      void onLook();
      return true;
    }
    if (problem.code === "not_found") form.setError("root", { message: "roles.gone" });
    return problem.code === "not_found" || refused.look(problem);
  }

  const missing = inUse && replacement === "";
  return (
    <DialogForm control={form.control} onSubmit={(event) => void submit(event)}>
      <DialogBody className={inUse ? "md:min-h-80" : undefined}>
        {version === known ? null : (
          <NoticeBanner role="alert" tone="warn" title={t("ui.conflict.title")}>
            <SavedBy saved={role.last ?? { by: null, at: null }} />
            {t("ui.conflict.notDone")}
          </NoticeBanner>
        )}
        {refused.shown}
        <FormError control={form.control} />
        {inUse ? (
          <>
            <p>
              {t("roles.delete.inUse", {
                members: t("roles.memberCount", { count: members ?? COUNTED_TO, more: String(members === null) }),
                public: String(isPublicRole),
                place: place === null ? "account" : "workspace",
              })}
            </p>
            <PickerField
              control={form.control}
              name="replacement"
              label={t("roles.delete.replacement")}
              hint={t("roles.delete.replacementHint")}
              placeholder={t("roles.picker.placeholder")}
              source={source}
            />
          </>
        ) : (
          <p>{t("roles.delete.unused")}</p>
        )}
      </DialogBody>
      <DialogFooter>
        <CancelButton />
        <Button
          type="submit"
          variant="danger"
          reason={missing ? t("roles.delete.choose") : undefined}
          pending={form.formState.isSubmitting}
        >
          {t("roles.delete.action")}
        </Button>
      </DialogFooter>
    </DialogForm>
  );
}
