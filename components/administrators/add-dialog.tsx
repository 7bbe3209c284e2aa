"use client";

import { useQuery } from "@tanstack/react-query";
import { useCallback, useMemo, useState } from "react";
import { useForm, useWatch } from "react-hook-form";
import { useTranslations } from "use-intl";
import { fetchPeople, userQuery } from "#components/accounts/api.ts";
import { Button } from "#components/ui/button.tsx";
import { CancelButton, Dialog, DialogBody, DialogFooter } from "#components/ui/dialog.tsx";
import { NoticeBanner } from "#components/ui/notice-banner.tsx";
import { PickerField } from "#components/ui/picker-field.tsx";
import type { Option } from "#components/ui/picker-options.ts";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { GRANTABLE } from "#lib/administrators/rules.ts";
import { PermissionsForm } from "./permissions-form.tsx";

/** The page's main action: finds a person, and gives them permissions. */
export function AddDialog() {
  const t = useTranslations();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="primary" onClick={() => setOpen(true)}>
        {t("administrators.add.title")}
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title={t("administrators.add.title")}>
        <Adding onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function Adding({ onDone }: { onDone: () => void }) {
  const t = useTranslations();
  const form = useForm({ defaultValues: { person: "" } });
  const person = useWatch({ control: form.control, name: "person" });
  const load = useCallback(
    async (search: string, signal: AbortSignal): Promise<Option[]> => {
      const people = await fetchPeople(search, signal);
      return people.map(({ id, name, email, superAdmin }) => ({
        value: id,
        label: name,
        hint: email ?? t("accounts.federated"),
        reason: superAdmin ? t("administrators.add.superAdmin") : undefined,
      }));
    },
    [t],
  );
  const source = useMemo(() => ({ load, queryKey: ["administrators", "people"] }), [load]);
  return (
    <>
      <div className="px-5 pt-3">
        <PickerField
          control={form.control}
          name="person"
          label={t("administrators.add.person")}
          source={source}
          placeholder={t("administrators.add.placeholder")}
        />
      </div>
      {person ? <Chosen key={person} id={person} onDone={onDone} /> : <Nobody />}
    </>
  );
}

function Chosen({ id, onDone }: { id: string; onDone: () => void }) {
  const t = useTranslations();
  const { data, error, refetch } = useQuery({
    ...userQuery(id),
    staleTime: Infinity, // a form never changes under somebody's hands
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  if (data) return <PermissionsForm holder={data} adding onDone={onDone} />;
  if (!error) return <Nobody loading />;
  return (
    <>
      <DialogBody>
        <NoticeBanner
          role="alert"
          tone="danger"
          action={
            <Button size="sm" onClick={() => void refetch()}>
              {t("ui.retry")}
            </Button>
          }
        >
          {t("accounts.loadFailed")}
        </NoticeBanner>
      </DialogBody>
      <DialogFooter>
        <CancelButton />
      </DialogFooter>
    </>
  );
}

/** As high as the form that comes when somebody is chosen. */
function Nobody({ loading = false }: { loading?: boolean }) {
  const t = useTranslations();
  return (
    <>
      <DialogBody>
        {loading ? (
          <div role="status" aria-label={t("accounts.details.loading")} className="grid gap-1.5">
            {GRANTABLE.map((permission) => (
              <Skeleton key={permission} className="h-15" />
            ))}
          </div>
        ) : (
          <p className="min-h-100 text-muted">{t("administrators.add.pick")}</p>
        )}
      </DialogBody>
      <DialogFooter>
        <CancelButton />
        <Button variant="primary" reason={t("administrators.add.pick")}>
          {t("administrators.add.title")}
        </Button>
      </DialogFooter>
    </>
  );
}
