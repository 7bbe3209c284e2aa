"use client";

import { useTranslations } from "use-intl";
import { ChangedDialog } from "#components/ui/changed-dialog.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import type { RosterView } from "#lib/rosters/schema.ts";
import type { RosterSet } from "./sets.ts";
import { useChange, type Change } from "./use-change.ts";

type Props = {
  set: RosterSet;
  roster: RosterView;
  /** The question that is open. */
  asking: Change | null;
  onClose: () => void;
  /** After it was deleted. */
  onGone?: () => void;
};

/** The questions before something is disabled, enabled or deleted: each says what that takes from whom. */
export function ChangeDialogs({ set, roster, asking, onClose, onGone }: Props) {
  const t = useTranslations();
  const { pending, changed, forget, change } = useChange(set, roster);
  const done = (wanted: Change) => (wanted === "remove" ? onGone : undefined);
  return (
    <>
      {(["disable", "enable", "remove"] as const).map((wanted) => (
        <ConfirmDialog
          key={wanted}
          open={asking === wanted}
          onOpenChange={(open) => !open && onClose()}
          title={t(`rosters.${wanted}.title`, { name: roster.name })}
          action={t(`rosters.${wanted}.submit`)}
          danger={wanted === "remove"}
          pending={pending}
          onConfirm={() => change(wanted, roster.version, { answered: onClose, done: done(wanted) })}
        >
          <p>{t(`rosters.${set}.${wanted}`)}</p>
          {wanted === "enable" ? null : <Reach set={set} roster={roster} />}
        </ConfirmDialog>
      ))}
      {changed ? (
        <ChangedDialog
          changes={[
            { label: t("rosters.fields.name"), before: roster.name, now: changed.now.name },
            { label: t("rosters.fields.description"), before: roster.description, now: changed.now.description },
            {
              label: t("rosters.fields.status"),
              before: t(`rosters.status.${roster.status}`),
              now: t(`rosters.status.${changed.now.status}`),
            },
          ]}
          saved={changed.now.last ?? { by: null, at: null }}
          action={t(`rosters.${changed.wanted}.anyway`)}
          pending={pending}
          onConfirm={() => change(changed.wanted, changed.now.version, { done: done(changed.wanted) })}
          onClose={forget}
        />
      ) : null}
    </>
  );
}

/** Whom it concerns, and in how many workspaces: as far as the reader may see them. */
function Reach({ set, roster: { people, workspaces } }: { set: RosterSet; roster: RosterView }) {
  const t = useTranslations();
  const shown = (count: number | null) => t("rosters.count", { count: count ?? 1_000, more: String(count === null) });
  return (
    <dl className="grid gap-1 rounded-lg bg-sunken px-3 py-2.5">
      {[
        { name: t(`rosters.${set}.people`), value: shown(people) },
        { name: t("rosters.fields.visibleWorkspaces"), value: shown(workspaces) },
      ].map(({ name, value }) => (
        <div key={name} className="flex justify-between gap-4">
          <dt className="text-muted">{name}</dt>
          <dd className="num">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
