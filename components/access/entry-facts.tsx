import { Avatar } from "#components/ui/avatar.tsx";
import { Reasons } from "#components/ui/states.tsx";
import { StatusDot } from "#components/ui/status-dot.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { inWords } from "#components/workspaces/item.ts";
import { roleName } from "#components/workspaces/role-name.ts";
import { reasonText } from "#lib/access/reasons.ts";
import type { Step } from "#lib/access/types.ts";
import type { Explanation } from "#lib/explanations/schema.ts";
import { getT } from "#lib/i18n/server.ts";

/** Whether somebody may be inside, with which roles, and by which ways. */
export async function EntryFacts({ told, you }: { told: Explanation; you: boolean }) {
  const t = await getT();
  const { principal, enters, roles, roleNames } = told;
  const steps = [...(told.because as Step[]), ...managing(told)];
  const said = steps.map((step) =>
    you ? inWords(step, t) : reasonText(step, t as Parameters<typeof reasonText>[1], principal.name),
  );
  // The Super Admin needs no role; what a public one would give besides says nothing.
  const all = steps.some(({ rule }) => rule === "super_admin");
  const held = all ? [t("roles.superAdmin")] : roles.map((role) => roleName(role, roleNames, t));
  const manages = !enters && steps.some(({ rule }) => rule === "management");
  return (
    <section
      aria-label={principal.name}
      className="grid gap-x-8 gap-y-3 rounded-xl border border-border bg-surface px-4 py-3 lg:grid-cols-[minmax(0,18rem)_minmax(0,1fr)]"
    >
      <div className="flex items-start gap-3">
        <Avatar name={principal.name} className="mt-0.5" />
        <div className="min-w-0">
          <p className="font-semibold wrap-anywhere">
            {principal.name}
            {you ? <span className="font-normal text-muted"> ({t("access.you")})</span> : null}
          </p>
          <p className="mt-0.5 flex flex-wrap items-center gap-2">
            <Tag>{t(`workspaces.people.kinds.${principal.kind}`)}</Tag>
            <StatusDot tone={enters ? "ok" : "off"}>
              {t(enters ? "access.mayEnter" : manages ? "access.manages" : "access.mayNotEnter")}
            </StatusDot>
          </p>
          {held.length > 0 ? <p className="mt-1 text-sm">{held.join(t("reasons.separator"))}</p> : null}
        </div>
      </div>
      <div className="-mt-3 text-sm">
        <Reasons steps={said} />
      </div>
    </section>
  );
}

/** The management permissions that open something here, once each: the way in tells nothing of them. */
function managing({ enters, modules }: Explanation): Step[] {
  if (enters) return [];
  const found = new Map<string, Step>();
  for (const step of modules.flatMap(({ cells }) => cells).flatMap(({ because }) => because as Step[]))
    if (step.rule === "management") found.set(step.permission, step);
  return [...found.values()];
}
