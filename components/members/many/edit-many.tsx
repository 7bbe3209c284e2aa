"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useMemo, type ReactNode } from "react";
import { useForm, useWatch, type Control } from "react-hook-form";
import { useTimeZone, useTranslations } from "use-intl";
import { RolePicker } from "#components/roles/role-picker.tsx";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { DateTimeField } from "#components/ui/date-time-field.tsx";
import { CancelButton, DialogBody, DialogFooter, DialogForm } from "#components/ui/dialog.tsx";
import { FormError } from "#components/ui/form-error.tsx";
import type { Act } from "#components/workspaces/bulk/bulk.ts";
import { modifyManyMembers } from "#lib/members/actions.ts";
import type { MemberRow } from "#lib/members/schema.ts";
import { z } from "#lib/validation.ts";
import { chosenEnd, chosenRoles } from "../ends.ts";
import type { Place } from "../use-members.ts";
import { Concerned } from "./concerned.tsx";
import { oneByOne } from "./one-by-one.ts";

type Values = { withRoles: boolean; roles: string[]; withEnd: boolean; expiresAt: string };
type Props = { members: readonly MemberRow[]; place: Place; onConfirm: (act: Act) => void };

/** What is not ticked stays with each as it is. */
function asked(zone: string) {
  return z
    .object({ withRoles: z.boolean(), roles: z.array(z.string()), withEnd: z.boolean(), expiresAt: z.string() })
    .transform(({ withRoles, roles, withEnd, expiresAt }, context) => {
      const chosen = withRoles ? chosenRoles.safeParse(roles) : null;
      const end = withEnd ? chosenEnd(zone).safeParse(expiresAt) : null;
      const wrong = (path: string, said: string | undefined) =>
        context.addIssue({ code: "custom", path: [path], message: said ?? "fields.invalid" });
      if (chosen && !chosen.success) wrong("roles", chosen.error.issues[0]?.message);
      if (end && !end.success) wrong("expiresAt", end.error.issues[0]?.message);
      if (end?.data && Date.parse(end.data) <= Date.now()) wrong("expiresAt", "members.errors.expiry_past");
      if (!chosen && !end) context.addIssue({ code: "custom", path: ["root"], message: "members.edit.nothing" });
      return { ...(chosen && { roles: chosen.data }), ...(end && { expiresAt: end.data }) };
    });
}

/** The same roles or the same end for many. */
export function EditMany({ members, place, onConfirm }: Props) {
  const t = useTranslations();
  const zone = useTimeZone() ?? "UTC";
  const schema = useMemo(() => asked(zone), [zone]);
  const form = useForm<Values, unknown, z.output<typeof schema>>({
    resolver: zodResolver(schema),
    defaultValues: { withRoles: true, roles: [], withEnd: false, expiresAt: "" },
  });
  const { control } = form;
  const submit = form.handleSubmit((wanted) =>
    onConfirm(oneByOne((seen) => modifyManyMembers(place.id, { members: seen, ...wanted }))),
  );
  return (
    <DialogForm control={control} onSubmit={(event) => void submit(event)}>
      <DialogBody>
        <FormError control={control} />
        <Concerned members={members} warning={t("members.edit.reachesMe")} />
        <Choice control={control} name="withRoles" label={t("members.edit.changeRoles")}>
          <RolePicker
            control={control}
            name="roles"
            label={t("members.fields.roles")}
            hint={t("members.edit.rolesMany")}
            workspace={place.slug}
          />
        </Choice>
        <Choice control={control} name="withEnd" label={t("members.edit.changeExpiry")}>
          <DateTimeField
            control={control}
            name="expiresAt"
            label={t("members.fields.expires")}
            hint={t("members.add.expiresHint", { zone })}
          />
        </Choice>
      </DialogBody>
      <DialogFooter>
        <CancelButton />
        <Button type="submit" variant="primary">
          {t("members.submit")}
        </Button>
      </DialogFooter>
    </DialogForm>
  );
}

type ChoiceProps = {
  control: Control<Values, unknown, object>;
  name: "withRoles" | "withEnd";
  label: string;
  children: ReactNode;
};

function Choice({ control, name, label, children }: ChoiceProps) {
  const on = useWatch({ control, name });
  return (
    <div className="grid gap-2.5">
      <label className="flex cursor-pointer items-center gap-2.5 font-medium">
        <Checkbox {...control.register(name)} />
        {label}
      </label>
      {on ? <div className="pl-6.5">{children}</div> : null}
    </div>
  );
}
