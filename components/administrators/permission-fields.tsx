"use client";

import { TriangleAlert } from "lucide-react";
import { useId } from "react";
import { useController, type Control } from "react-hook-form";
import { useTranslations } from "use-intl";
import { usePermissionName } from "#components/accounts/use-permission-name.ts";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { cx } from "#components/ui/cx.ts";
import { FieldFrame } from "#components/ui/field.tsx";
import { GRANTABLE, type Grantable } from "#lib/administrators/rules.ts";
import type { MessageKey } from "#lib/i18n/translator.ts";

export type PermissionValues = { permissions: Grantable[] };

type Props = {
  control: Control<PermissionValues>;
  /** Those that the person holds already: only what is given anew is warned of. */
  held: readonly Grantable[];
  /** Permissions that are not held cannot be chosen. */
  onlyTaking?: boolean;
};

/** The permissions to choose from, each with what it opens: a warning once it is about to be given. */
export function PermissionFields({ control, held, onlyTaking = false }: Props) {
  const t = useTranslations();
  const permissionName = usePermissionName();
  const notes = useId();
  const { field, fieldState } = useController({ control, name: "permissions" });
  const chosen = field.value;

  function choose(permission: Grantable, on: boolean) {
    field.onChange(GRANTABLE.filter((each) => (each === permission ? on : chosen.includes(each))));
  }

  return (
    <FieldFrame label={t("administrators.edit.legend")} error={fieldState.error?.message} group>
      {({ labelId, describedBy }) => (
        <div role="group" aria-labelledby={labelId} aria-describedby={describedBy} className="grid gap-1.5">
          {GRANTABLE.map((permission, index) => {
            const on = chosen.includes(permission);
            const given = on && !held.includes(permission);
            const closed = onlyTaking && !held.includes(permission);
            const note = `${notes}${permission}`;
            return (
              <label
                key={permission}
                className={cx(
                  "grid grid-cols-[auto_minmax(0,1fr)_auto] items-start gap-x-2.5 rounded-lg border px-3 py-2.5",
                  given ? "border-transparent bg-warn-soft" : "border-border",
                  closed ? "cursor-not-allowed text-muted" : "cursor-pointer",
                )}
              >
                <Checkbox
                  ref={index === 0 ? field.ref : undefined}
                  name={index === 0 ? field.name : undefined}
                  checked={on}
                  disabled={closed}
                  aria-describedby={note}
                  onBlur={field.onBlur}
                  onChange={(event) => choose(permission, event.target.checked)}
                  className="mt-0.5"
                />
                <span className="grid gap-0.5">
                  <span className="font-medium">{permissionName(permission)}</span>
                </span>
                <TriangleAlert size={16} aria-hidden className={cx("mt-0.5 text-warn", !given && "invisible")} />
                <span id={note} className={cx("col-start-2 text-sm", given ? "text-text" : "text-muted")}>
                  {given ? <span className="sr-only">{t("administrators.edit.warning")} </span> : null}
                  {t(noteKey(permission))}
                </span>
              </label>
            );
          })}
        </div>
      )}
    </FieldFrame>
  );
}

/** What a permission opens: `audit.view` → `administrators.opens.audit_view` */
function noteKey(permission: Grantable): MessageKey {
  return `administrators.opens.${permission.replaceAll(".", "_")}` as MessageKey;
}
