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
import { typedName } from "./people.ts";
import { usePrincipals } from "./use-principals.ts";
import { useRoleChoices } from "./use-role-choices.ts";

type Props<V extends FieldValues, C, O> = {
  control: Control<V, C, O>;
  /** Whose roles are offered; null: one that is about to be made. */
  workspace: string | null;
  /** The fields that hold the people and the role that they get. */
  people: FieldPath<V>;
  role: FieldPath<V>;
  /** Members already, who are not offered again. */
  except?: ReadonlySet<string>;
  /** The names of people whom somebody else put into the form. */
  known?: readonly Option[];
};

/** "Authorized User", "Authorized To" and the role for all of them. People of several kinds may be named together. */
export function PeopleField<V extends FieldValues, C, O>(props: Props<V, C, O>) {
  const { control, workspace, people, role, except, known } = props;
  const t = useTranslations();
  const roles = useRoleChoices(workspace);
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
        hint={t(
          roles.some(({ disabled }) => disabled) ? "workspaces.people.roleHintBeyond" : "workspaces.people.roleHint",
        )}
        choices={roles}
      />
    </>
  );

  function unseen(text: string) {
    return { value: typedName(text), label: t("workspaces.people.unseen", { name: text }) };
  }
}
