"use client";

import { useMemo, useState } from "react";
import type { Control, FieldPath, FieldValues } from "react-hook-form";
import { useTranslations } from "use-intl";
import { FieldFrame } from "#components/ui/field.tsx";
import { MultiPickerField } from "#components/ui/multi-picker-field.tsx";
import type { Option } from "#components/ui/picker-options.ts";
import { SelectField } from "#components/ui/select-field.tsx";
import { Select } from "#components/ui/select.tsx";
import { PICKED_KINDS } from "#lib/accounts/schema.ts";
import { ASSIGNABLE_ROLES } from "#lib/access/roles.ts";
import { typedName } from "./people.ts";
import { useRoleName } from "#components/shell/use-role-name.ts";
import { usePrincipals } from "./use-principals.ts";

type Props<V extends FieldValues, C, O> = {
  control: Control<V, C, O>;
  /** The fields that hold the people and the role that they get. */
  people: FieldPath<V>;
  role: FieldPath<V>;
  /** Members already, who are not offered again. */
  except?: ReadonlySet<string>;
  /** The names of people whom somebody else put into the form. */
  known?: readonly Option[];
};

/** "Authorized User", "Authorized To" and the role for all of them. People of several kinds may be named together. */
export function PeopleField<V extends FieldValues, C, O>({ control, people, role, except, known }: Props<V, C, O>) {
  const t = useTranslations();
  const roleName = useRoleName();
  const [kind, setKind] = useState<(typeof PICKED_KINDS)[number]>("USER");
  const { load, optionFor } = usePrincipals(kind, except);
  const source = useMemo(() => ({ load, queryKey: ["principals", kind] }), [load, kind]);
  const federated = kind === "FEDERATED_USER";
  return (
    <>
      <div className="grid gap-4 md:grid-cols-[160px_1fr] md:items-start md:gap-3">
        <FieldFrame label={t("workspaces.people.kind")}>
          {({ id }) => (
            <Select
              id={id}
              value={kind}
              choices={PICKED_KINDS.map((value) => ({ value, label: t(`workspaces.people.kinds.${value}`) }))}
              onChange={(event) => setKind(PICKED_KINDS.find((value) => value === event.target.value) ?? "USER")}
            />
          )}
        </FieldFrame>
        <MultiPickerField
          control={control}
          name={people}
          label={t("workspaces.people.to")}
          source={source}
          known={known}
          placeholder={t(`workspaces.people.placeholders.${kind}`)}
          hint={federated ? t("workspaces.people.federatedHint") : undefined}
          create={federated ? (text) => optionFor(text) ?? unseen(text) : undefined}
        />
      </div>
      <SelectField
        control={control}
        name={role}
        label={t("workspaces.people.role")}
        hint={t("workspaces.people.roleHint")}
        choices={ASSIGNABLE_ROLES.map((value) => ({ value, label: roleName(value) }))}
      />
    </>
  );

  function unseen(text: string) {
    return { value: typedName(text), label: t("workspaces.people.unseen", { name: text }) };
  }
}
