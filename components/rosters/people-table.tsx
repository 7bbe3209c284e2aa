"use client";

import { useState, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Toolbar } from "#components/shell/page-header.tsx";
import { Avatar } from "#components/ui/avatar.tsx";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { SearchInput } from "#components/ui/search-input.tsx";
import { StatusDot, type Tone } from "#components/ui/status-dot.tsx";
import { SteadyRows } from "#components/ui/steady-rows.tsx";
import { Cell, Head, Row, Table, TableHead } from "#components/ui/table.tsx";
import type { RosterPerson, RosterView } from "#lib/rosters/schema.ts";
import { RemoveDialog } from "./remove-dialog.tsx";
import type { RosterSet } from "./sets.ts";

const TONES: Record<RosterPerson["status"], Tone> = { ACTIVE: "ok", INVITED: "warn", UNSEEN: "warn", DISABLED: "off" };

type Props = {
  set: RosterSet;
  roster: RosterView;
  people: readonly RosterPerson[];
  view: string;
  /** Stands there instead of no rows. */
  nobody: ReactNode;
};

/** One page of the people in a group or agency: found by name; one or several of them can be removed. */
export function PeopleTable({ set, roster, people, view, nobody }: Props) {
  const t = useTranslations();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [removing, setRemoving] = useState<readonly RosterPerson[]>([]);
  const selected = people.filter(({ id }) => chosen.has(id));
  const all = selected.length === people.length;

  function toggle(id: string) {
    setChosen((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  }

  return (
    <>
      <Toolbar>
        <SearchInput label={t("rosters.searchPeople")} />
        <div className="ml-auto flex min-h-8.5 items-center justify-end gap-3 max-md:w-full" aria-live="polite">
          {selected.length > 0 ? (
            <>
              <span className="num text-sm text-muted">{t("rosters.selected", { count: selected.length })}</span>
              <Button className="text-danger" onClick={() => setRemoving(selected)}>
                {t("rosters.removePeople.selected")}
              </Button>
            </>
          ) : null}
        </div>
      </Toolbar>
      {people.length > 0 ? table() : nobody}
      <RemoveDialog
        set={set}
        roster={roster}
        people={removing}
        onClose={() => setRemoving([])}
        onRemoved={() => setChosen(new Set())}
      />
    </>
  );

  function table() {
    return (
      <Table label={t(`rosters.${set}.people`)}>
        <TableHead>
          <Head className="w-10 pr-0!">
            <Checkbox
              className="checkbox-roomy"
              aria-label={t("rosters.selectPage")}
              checked={all}
              onChange={() => setChosen(new Set(all ? [] : people.map(({ id }) => id)))}
            />
          </Head>
          <Head>{t("rosters.fields.name")}</Head>
          <Head>{t("rosters.fields.kind")}</Head>
          <Head>{t("rosters.fields.email")}</Head>
          <Head>{t("rosters.fields.status")}</Head>
          <Head number>{t("rosters.fields.added")}</Head>
          <Head>{t("rosters.fields.operation")}</Head>
        </TableHead>
        <SteadyRows view={view} rows={people.map((person) => ({ id: person.id, node: row(person) }))} />
      </Table>
    );
  }

  function row(person: RosterPerson) {
    const { id, name, kind, email, status, addedAt } = person;
    return (
      <Row>
        <Cell className="w-10 pr-0! max-md:float-right">
          <Checkbox
            className="checkbox-roomy"
            aria-label={t("rosters.selectOne", { name })}
            checked={chosen.has(id)}
            onChange={() => toggle(id)}
          />
        </Cell>
        <Cell className="max-w-60 max-md:block max-md:max-w-none">
          <span className="flex items-center gap-2.5">
            <Avatar name={name} />
            <span className="min-w-0 truncate font-medium" title={name}>
              {name}
            </span>
          </span>
        </Cell>
        <Cell className="whitespace-nowrap text-muted">{t(`rosters.kinds.${kind}`)}</Cell>
        <Cell className="max-w-70 truncate max-md:max-w-full" title={email ?? undefined}>
          {email}
        </Cell>
        <Cell className="whitespace-nowrap">
          <StatusDot tone={TONES[status]}>{t(`accounts.status.${status}`)}</StatusDot>
        </Cell>
        <Cell number narrow="hide" className="whitespace-nowrap text-muted">
          <RelativeTime at={addedAt} />
        </Cell>
        <Cell className="whitespace-nowrap">
          <Button
            variant="link-danger"
            aria-label={t("rosters.removePeople.of", { name })}
            onClick={() => setRemoving([person])}
          >
            {t("rosters.removePeople.submit")}
          </Button>
        </Cell>
      </Row>
    );
  }
}
