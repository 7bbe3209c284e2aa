"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { Tabs } from "radix-ui";
import { useMemo, useRef, useState } from "react";
import { useForm, useWatch } from "react-hook-form";
import { toast } from "#components/ui/toast.ts";
import { useTimeZone, useTranslations } from "use-intl";
import { RolePicker } from "#components/roles/role-picker.tsx";
import { usePaste } from "#components/rosters/add/use-paste.ts";
import { Button } from "#components/ui/button.tsx";
import { DateTimeField } from "#components/ui/date-time-field.tsx";
import { CancelButton, DialogBody, DialogFooter } from "#components/ui/dialog.tsx";
import { useDialogGuard } from "#components/ui/dialog-context.ts";
import { FormError } from "#components/ui/form-error.tsx";
import { Progress } from "#components/ui/progress.tsx";
import { useSubmit } from "#components/ui/use-submit.ts";
import { useRefusal } from "#components/workspaces/form/use-refusal.tsx";
import { message } from "#lib/message.ts";
import { z } from "#lib/validation.ts";
import { recogniseMembers } from "../api.ts";
import { chosenEnd, chosenRoles } from "../ends.ts";
import type { Place } from "../use-members.ts";
import { chosenPrincipals, type Chosen, type Values } from "./chosen.ts";
import { PasteTab } from "./paste-tab.tsx";
import { SearchTab } from "./search-tab.tsx";
import { useAdding, type Told } from "./use-adding.ts";

type Asked = { principals: Chosen[]; roles: string[]; expiresAt: string | null };
type Props = {
  place: Place;
  /** All of them were added. */
  onAdded: () => void;
  /** There is something to tell of one of them. */
  onTold: (told: readonly Told[]) => void;
};

const TAB =
  "-mb-px min-h-9 border-b-2 border-transparent px-0.5 text-muted hover:text-text data-[state=active]:border-accent data-[state=active]:font-medium data-[state=active]:text-text";
/** Both stay as they are while the other one is shown. */
const CONTENT = "outline-none data-[state=inactive]:hidden";

/** Who, found one by one or pasted as a list; with which roles; until when. Those of both ways are added together. */
export function AddForm({ place, onAdded, onTold }: Props) {
  const t = useTranslations();
  const zone = useTimeZone() ?? "UTC";
  const [way, setWay] = useState("search");
  const [look, setLook] = useState(false);
  const names = useRef(new Map<string, string>());
  const refusal = useRefusal();
  const adding = useAdding(place.id);
  const paste = usePaste((entries) => recogniseMembers(place.id, entries));
  const schema = useMemo(
    () => z.object({ principals: chosenPrincipals, roles: chosenRoles, expiresAt: chosenEnd(zone) }),
    [zone],
  );
  const form = useForm<Values, unknown, Asked>({
    resolver: zodResolver(schema),
    defaultValues: { principals: [], roles: [], expiresAt: "" },
    mode: "onTouched",
  });
  const { control, formState } = form;
  const picked = useWatch({ control, name: "principals" });
  const found = (paste.checked ?? []).flatMap(({ finding, person }) => (finding === "found" && person ? [person] : []));
  const count = new Set([...picked, ...found.map(({ id }) => id)]).size;
  const unchecked = paste.text.trim() !== "" && paste.checked === null;
  const busy = formState.isSubmitting || paste.checking;
  useDialogGuard(formState.isDirty || paste.text.trim() !== "", formState.isSubmitting);

  const submit = useSubmit(
    form,
    async ({ principals, ...wanted }) => {
      for (const { id, name } of found) names.current.set(id, name);
      const pasted = found.map(({ id }): Chosen => ({ value: id, ref: { principalId: id } }));
      const all = [...new Map([...principals, ...pasted].map((one) => [one.value, one])).values()];
      return adding.add(all, wanted);
    },
    {
      onProblem(problem) {
        keepRest();
        return refusal.look(problem);
      },
      onDone() {
        const told = [...adding.told()].map(([value, outcome]) => ({ value, name: nameFor(value), outcome }));
        const added = told.filter(({ outcome }) => outcome === "added").length;
        if (added > 0) toast.success(t("members.add.done", { count: added, name: place.name }));
        if (added === told.length && !leftovers()) return onAdded();
        onTold([...told, ...leftoversTold()]);
      },
    },
  );

  /** Lines of the list that are nobody who can be added: they are told at the end, with the others. */
  function leftoversTold(): Told[] {
    return (paste.checked ?? []).flatMap(({ finding, text }): Told[] => {
      if (finding === "found" || finding === "duplicate") return [];
      const outcome = finding === "already" ? "already" : finding === "disabled" ? "disabled" : "not_found";
      return [{ value: `line:${text}`, name: text, outcome }];
    });
  }
  function leftovers(): boolean {
    return leftoversTold().length > 0;
  }

  /** After a refusal, who was added already waits no more. */
  function keepRest() {
    const told = adding.told();
    if (told.size === 0) return;
    form.setValue(
      "principals",
      form.getValues("principals").filter((value) => !told.has(value)),
      { shouldDirty: true },
    );
    const rest = (paste.checked ?? []).filter(({ person }) => !person || !told.has(person.id));
    if (paste.checked) paste.keepOnly(rest);
  }

  function nameFor(value: string): string {
    return names.current.get(value) ?? value;
  }

  async function send() {
    refusal.clear();
    setLook(false);
    form.clearErrors("root");
    if (unchecked) {
      setWay("paste");
      setLook(true);
      return paste.check();
    }
    if (count === 0) {
      await form.trigger(["roles", "expiresAt"]);
      setWay("search");
      form.setError("principals", { message: message("members.errors.nobody") }, { shouldFocus: true });
      return;
    }
    await submit();
  }

  return (
    <form
      noValidate
      aria-busy={busy || undefined}
      className="flex min-h-0 flex-1 flex-col"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void send();
      }}
    >
      <DialogBody className="md:min-h-120">
        {refusal.shown}
        <FormError control={control} />
        <Tabs.Root value={way} onValueChange={setWay} className="grid gap-4">
          <Tabs.List aria-label={t("members.add.ways")} className="flex gap-5 border-b border-border">
            <Tabs.Trigger value="search" className={TAB}>
              {t("members.add.search")}
            </Tabs.Trigger>
            <Tabs.Trigger value="paste" className={TAB}>
              {t("members.add.paste")}
            </Tabs.Trigger>
          </Tabs.List>
          <Tabs.Content value="search" forceMount className={CONTENT} tabIndex={-1}>
            <SearchTab control={control} place={place} names={names.current} />
          </Tabs.Content>
          <Tabs.Content value="paste" forceMount className={CONTENT} tabIndex={-1}>
            <PasteTab paste={paste} busy={formState.isSubmitting} look={look} />
          </Tabs.Content>
        </Tabs.Root>
        <RolePicker
          control={control}
          name="roles"
          label={t("members.fields.roles")}
          hint={t("members.add.rolesHint")}
          workspace={place.slug}
        />
        <DateTimeField
          control={control}
          name="expiresAt"
          label={t("members.fields.expires")}
          hint={t("members.add.expiresHint", { zone })}
        />
        {adding.progress ? (
          <div className="grid gap-1.5">
            <Progress label={t("members.add.adding")} value={adding.progress.done} max={adding.progress.of} />
            <p role="status" className="num text-sm text-muted">
              {t("members.add.progress", { done: adding.progress.done, total: adding.progress.of })}
            </p>
          </div>
        ) : null}
      </DialogBody>
      <DialogFooter note={<span className="num">{t("members.add.chosen", { count })}</span>}>
        <CancelButton />
        <Button type="submit" variant="primary" pending={busy}>
          {t("members.submit")}
        </Button>
      </DialogFooter>
    </form>
  );
}
