"use client";

import { useMemo } from "react";
import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { SteadyRows } from "#components/ui/steady-rows.tsx";
import { Cell, Row, RowActions } from "#components/ui/table.tsx";
import type { MemberRow } from "#lib/members/schema.ts";
import { MemberCell, PrincipalCell } from "./cells.tsx";
import type { Column } from "./columns.ts";
import { SelectRow } from "./selection/select-boxes.tsx";
import { useMembers } from "./use-members.ts";

type Props = {
  rows: readonly MemberRow[];
  columns: readonly Column[];
  /** Whether there is something that the reader may do with a member. */
  acts: boolean;
  view: string;
};

/** The body of the list. Drawn from plain data: rendered on the server and sent as elements, 50 rows weigh ten times as much. */
export function MemberRows({ rows, columns, acts, view }: Props) {
  const steady = useMemo(
    () => rows.map((member) => ({ id: member.id, node: <OneRow member={member} columns={columns} acts={acts} /> })),
    [rows, columns, acts],
  );
  return <SteadyRows view={view} rows={steady} />;
}

function OneRow({ member, columns, acts }: { member: MemberRow } & Pick<Props, "columns" | "acts">) {
  return (
    <Row className="row-selectable">
      {acts ? (
        <Cell className="max-md:absolute max-md:top-1 max-md:right-1">
          <SelectRow id={member.id} name={member.name} />
        </Cell>
      ) : null}
      <PrincipalCell {...member} />
      {columns.map((column) => (
        <MemberCell key={column} column={column} member={member} />
      ))}
      {acts ? (
        <Cell className="whitespace-nowrap">
          <Operations member={member} />
        </Cell>
      ) : null}
    </Row>
  );
}

function Operations({ member }: { member: MemberRow }) {
  const t = useTranslations();
  const { refusals, ask } = useMembers();
  const members = [member];
  return (
    <RowActions>
      <Button variant="link" reason={refusals.edit} onClick={() => ask({ what: "edit", members, many: false })}>
        {t("members.edit.action")}
      </Button>
      <Button
        variant="link-danger"
        reason={refusals.remove}
        onClick={() => ask({ what: "remove", members, many: false })}
      >
        {t("members.remove.action")}
      </Button>
    </RowActions>
  );
}
