"use client";

import { Globe } from "lucide-react";
import { useTranslations } from "use-intl";
import { useRoleName } from "#components/shell/use-role-name.ts";
import { Button } from "#components/ui/button.tsx";
import { StatusDot } from "#components/ui/status-dot.tsx";
import { Cell, Row, TableBody } from "#components/ui/table.tsx";
import { useDialogs } from "#components/workspaces/use-dialogs.ts";
import type { MemberPage } from "#lib/members/schema.ts";
import { PrincipalCell } from "./cells.tsx";
import type { Column } from "./columns.ts";
import { KindLabel } from "./kind-label.tsx";
import { useMembers } from "./use-members.ts";
import { Why } from "./ways.tsx";

type Props = {
  owner: MemberPage["owner"];
  /** Why it cannot be given away; undefined where the reader sees nothing of it. */
  transferRefusal: string | null | undefined;
  columns: readonly Column[];
  acts: boolean;
};

/** The list goes on under it. */
const ABOVE = "md:[&>td]:border-b! max-md:border-b!";

/** Above the list, whatever is searched: the Owner, who needs no membership, and everybody where the workspace is PUBLIC. */
export function FixedRows({ owner, transferRefusal, columns, acts }: Props) {
  const t = useTranslations();
  const roleName = useRoleName();
  const { opens } = useDialogs();
  const { place } = useMembers();
  const { publicRole, slug } = place;
  const disabled = owner.status === "DISABLED";
  const way = (
    <StatusDot tone={disabled ? "off" : "ok"}>{t(disabled ? "members.ownerDisabled" : "members.owner")}</StatusDot>
  );
  return (
    <TableBody>
      <Row className={ABOVE}>
        {acts ? <Cell className="max-md:hidden!" /> : null}
        <PrincipalCell {...owner} />
        {columns.map((column) => {
          if (column === "kind")
            return (
              <Cell key={column}>
                <KindLabel kind={owner.kind} />
              </Cell>
            );
          if (column === "roles") return <Cell key={column}>{t("roles.owner.name")}</Cell>;
          if (column === "access")
            return (
              <Cell key={column} className="whitespace-nowrap">
                {place.explains ? <Why place={place} member={owner} word={way} /> : way}
              </Cell>
            );
          return <Cell key={column} narrow="hide" />;
        })}
        {acts ? (
          <Cell className="whitespace-nowrap">
            {transferRefusal === undefined ? null : (
              <Button variant="link" reason={transferRefusal} onClick={() => opens.transfer(slug)}>
                {t("members.transfer")}
              </Button>
            )}
          </Cell>
        ) : null}
      </Row>
      {publicRole ? (
        <Row className={ABOVE}>
          {acts ? <Cell className="max-md:hidden!" /> : null}
          <Cell narrow="line" className="h-13">
            <span className="flex items-center gap-2.5">
              <span aria-hidden className="grid size-7 shrink-0 place-items-center rounded-full bg-sunken text-muted">
                <Globe size={15} />
              </span>
              <span className="font-medium" title={t("members.everybody")}>
                {t("members.everybody")}
              </span>
            </span>
          </Cell>
          {columns.map((column) => {
            if (column === "roles") return <Cell key={column}>{publicRole.name ?? roleName(publicRole.id)}</Cell>;
            if (column === "access")
              return (
                <Cell key={column}>
                  <StatusDot tone="ok">{t("members.access.public")}</StatusDot>
                </Cell>
              );
            return <Cell key={column} narrow="hide" />;
          })}
          {acts ? <Cell /> : null}
        </Row>
      ) : null}
    </TableBody>
  );
}
