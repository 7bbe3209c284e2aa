"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { usePathname, useRouter } from "next/navigation";
import { useCallback, useMemo } from "react";
import { useForm, useWatch } from "react-hook-form";
import { toast } from "#components/ui/toast.ts";
import { useTranslations } from "use-intl";
import { useRoleName } from "#components/shell/use-role-name.ts";
import { Button } from "#components/ui/button.tsx";
import { CancelButton, DialogBody, DialogFooter, DialogForm } from "#components/ui/dialog.tsx";
import { FormError } from "#components/ui/form-error.tsx";
import { PickerField } from "#components/ui/picker-field.tsx";
import type { Option } from "#components/ui/picker-options.ts";
import { useSubmit } from "#components/ui/use-submit.ts";
import { fold } from "#lib/fold.ts";
import { transferWorkspace } from "#lib/workspaces/actions.ts";
import { transfer, type NewOwnerChoices } from "#lib/workspaces/schema.ts";
import { fetchNewOwners, type WorkspaceJson } from "../api.ts";
import { ChangedNotice } from "../dialogs/changed-notice.tsx";
import { useRefusal } from "../form/use-refusal.tsx";
import { useChanged } from "../use-changed.ts";
import { Consequences } from "./consequences.tsx";

const chosen = transfer.pick({ ownerId: true });

type Props = { workspace: WorkspaceJson; choices: NewOwnerChoices; onDone: () => void };

/** Who gets it, and what that means for the one who has it. */
export function TransferForm({ workspace, choices: { self, total }, onDone }: Props) {
  const t = useTranslations();
  const roleName = useRoleName();
  const router = useRouter();
  const path = usePathname();
  const refusal = useRefusal();
  const { version, changed, look } = useChanged(workspace);
  const form = useForm({ resolver: zodResolver(chosen), defaultValues: { ownerId: "" } });
  const { control, formState } = form;
  const ownerId = useWatch({ control, name: "ownerId" });

  const load = useCallback(
    async (search: string, signal: AbortSignal): Promise<Option[]> => {
      const { data, roleNames } = await fetchNewOwners(workspace.id, search, signal);
      const members = data.map(({ id, name, email, roles }) => ({
        value: id,
        label: name,
        hint: email ?? roles.map((role) => roleName(role, roleNames)).join(t("reasons.separator")),
      }));
      const wanted = self && fold(self.name).includes(fold(search)) && !data.some(({ id }) => id === self.id);
      return wanted ? [...members, own(self, t)] : members;
    },
    [workspace.id, roleName, self, t],
  );
  const source = useMemo(() => ({ load, queryKey: ["members", "new-owners", workspace.id] }), [load, workspace.id]);

  const submit = useSubmit(form, (values) => transferWorkspace(workspace.id, { ...values, version }), {
    onProblem: (problem) => look(problem) || refusal.look(problem),
    onDone({ owner }) {
      toast.success(t("workspaces.transfer.done", { name: workspace.name, owner: owner.name }));
      // Of a PRIVATE workspace the former Owner is outside from now on: its page is left with this dialog.
      const outside = workspace.authorizationType === "PRIVATE" && workspace.roles.includes("owner") && !self;
      if (outside && path.startsWith("/w/")) router.push("/workspaces");
      else onDone();
    },
  });

  return (
    <DialogForm control={control} onSubmit={submit}>
      <DialogBody>
        {changed ? <ChangedNotice before={workspace} {...changed} /> : null}
        {refusal.shown}
        <FormError control={control} />
        <PickerField
          control={control}
          name="ownerId"
          label={t("workspaces.transfer.to")}
          hint={t("workspaces.transfer.members", { count: total })}
          placeholder={t("workspaces.people.placeholders.USER")}
          source={source}
          known={self ? [own(self, t)] : undefined}
        />
        <Consequences workspace={changed?.now ?? workspace} toMyself={self !== null && ownerId === self.id} />
      </DialogBody>
      <DialogFooter>
        <CancelButton />
        <Button type="submit" variant="primary" pending={formState.isSubmitting}>
          {t("workspaces.transfer.submit")}
        </Button>
      </DialogFooter>
    </DialogForm>
  );
}

function own({ id, name }: { id: string; name: string }, t: (key: "workspaces.transfer.yourself") => string): Option {
  return { value: id, label: name, hint: t("workspaces.transfer.yourself") };
}
