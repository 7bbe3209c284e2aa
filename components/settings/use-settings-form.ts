"use client";

import { useEffect, useEffectEvent } from "react";
import type { FieldValues, UseFormReturn } from "react-hook-form";
import { get } from "#components/workspaces/api.ts";
import type { Difference } from "#components/ui/differences.ts";
import { useConflict } from "#components/ui/use-conflict.ts";
import type { AccountSettings } from "#lib/tenants/schema.ts";

type Options<V extends FieldValues, O extends FieldValues> = {
  form: UseFormReturn<V, unknown, O>;
  /** As the page shows them now: it is rendered anew when somebody saves. */
  settings: AccountSettings;
  valuesOf: (settings: AccountSettings) => V;
  compare: (before: V, now: V, typed: V) => Difference<V>[];
};

/**
 * A form of the settings page and what it was filled from. What others save shows at once while nobody has typed; after
 * that it is noticed, and put together with what was typed (components/ui/use-conflict.ts).
 */
export function useSettingsForm<V extends FieldValues, O extends FieldValues>(options: Options<V, O>) {
  const { form, settings, valuesOf, compare } = options;
  const conflict = useConflict<V, AccountSettings, unknown, O>({
    form,
    opened: settings,
    read: () => get<AccountSettings>("settings"),
    compare: (before, now, typed) => compare(valuesOf(before), valuesOf(now), typed),
    fill: valuesOf,
    saved: ({ last }) => last ?? { by: null, at: null },
  });
  const { isDirty, isSubmitting } = form.formState;

  const follow = useEffectEvent(() => {
    if (settings.version <= conflict.base.version || isSubmitting) return;
    const [before, now] = [JSON.stringify(valuesOf(conflict.base)), JSON.stringify(valuesOf(settings))];
    if (isDirty && before !== now) return void conflict.check();
    conflict.rebase(settings); // the page's other form was saved, perhaps: nothing of this one is another
    if (!isDirty) form.reset(valuesOf(settings));
  });
  useEffect(() => follow(), [settings.version, isSubmitting]);

  /** After saving: from here on it goes. */
  function saved(values: O, version: number) {
    const now = { ...conflict.base, ...values, version };
    conflict.rebase(now);
    form.reset(valuesOf(now));
  }

  return { conflict, saved };
}
