"use client";

import { useCallback, useMemo, useState } from "react";
import type { Control } from "react-hook-form";
import { useTranslations } from "use-intl";
import { FieldFrame } from "#components/ui/field.tsx";
import { MultiPickerField } from "#components/ui/multi-picker-field.tsx";
import type { Option } from "#components/ui/picker-options.ts";
import { Select } from "#components/ui/select.tsx";
import { typedName } from "#components/workspaces/form/people.ts";
import { MEMBER_KINDS } from "#lib/members/schema.ts";
import { searchCandidates, type Candidate } from "../api.ts";
import type { Place } from "../use-members.ts";
import type { Values } from "./chosen.ts";

type Props<O> = {
  control: Control<Values, unknown, O>;
  place: Place;
  /** Gets what everybody who is found is called. */
  names: Map<string, string>;
};

type Kind = (typeof MEMBER_KINDS)[number];

/** Finds whoever can still be added, of all kinds or of one. Federated users may be named before anybody has seen them. */
export function SearchTab<O>({ control, place, names }: Props<O>) {
  const t = useTranslations();
  const [kind, setKind] = useState<Kind | "">("");
  const federated = kind === "FEDERATED_USER";

  const load = useCallback(
    async (search: string, signal: AbortSignal): Promise<Option[]> => {
      const found = await searchCandidates(place.id, kind, search, signal);
      const options = found.map((candidate) => optionFor(candidate));
      for (const { id, name } of found) names.set(id, name);
      const known = found.some(({ id, name }) => id === search || name === search);
      if (!federated || search === "" || known || /[,，;；]/u.test(search)) return options;
      return [unseen(search), ...options];

      function optionFor({ id, kind: its, name, email, status, reachesMe }: Candidate): Option {
        const waiting = status === "UNSEEN" ? t("workspaces.people.unseenHint") : null;
        const about = [
          email ?? (kind === "" ? t(`members.kinds.${its}`) : null),
          waiting,
          reachesMe ? mine(its) : null,
        ];
        return { value: id, label: name, hint: about.filter(Boolean).join(" · ") || undefined };
      }
      function mine(its: Candidate["kind"]) {
        if (its === "GROUP") return t("members.add.yourGroup");
        return t(its === "AGENCY" ? "members.add.yourAgency" : "members.add.you");
      }
      function unseen(text: string): Option {
        names.set(typedName(text), text);
        return { value: typedName(text), label: t("workspaces.people.unseen", { name: text }) };
      }
    },
    [place.id, kind, federated, names, t],
  );
  const source = useMemo(() => ({ load, queryKey: ["members", "candidates", place.id, kind] }), [load, place.id, kind]);

  function create(text: string): Option {
    const known = [...names].find(([value, name]) => value.startsWith("fed-") && (name === text || value === text));
    if (known) return { value: known[0], label: known[1] };
    names.set(typedName(text), text);
    return { value: typedName(text), label: t("workspaces.people.unseen", { name: text }) };
  }

  return (
    <div className="grid gap-4 md:grid-cols-[1fr_170px] md:items-start md:gap-3">
      <MultiPickerField
        control={control}
        name="principals"
        label={t("members.fields.principals")}
        placeholder={t("members.add.placeholder")}
        hint={t(federated ? "members.add.federatedHint" : "members.add.hint")}
        source={source}
        create={federated ? create : undefined}
      />
      <FieldFrame label={t("members.fields.kind")}>
        {({ id }) => (
          <Select
            id={id}
            value={kind}
            choices={[
              { value: "", label: t("members.add.anyKind") },
              ...MEMBER_KINDS.map((value) => ({ value, label: t(`members.kinds.${value}`) })),
            ]}
            onChange={(event) => setKind(MEMBER_KINDS.find((value) => value === event.target.value) ?? "")}
          />
        )}
      </FieldFrame>
    </div>
  );
}
