import { Reasons } from "#components/ui/states.tsx";
import { getT } from "#lib/i18n/server.ts";
import type { MessageKey } from "#lib/i18n/translator.ts";
import type { Step } from "#lib/access/types.ts";
import type { WorkspaceView } from "#lib/workspaces/schema.ts";
import { inWords } from "./item.ts";

/** The steps of a decision that tell how somebody comes to be here, and not what they then may do. */
const ENTRY: readonly Step["rule"][] = [
  "super_admin",
  "owner",
  "public",
  "membership",
  "group",
  "management",
  "private_sleeps",
];

/** The reader's roles in a workspace, and through what they have them. */
export async function MyAccess({ view }: { view: WorkspaceView }) {
  const t = await getT();
  const because: readonly Step[] = view.may.modify.because;
  const steps = because.filter(({ rule }) => ENTRY.includes(rule)).map((step) => inWords(step, t));
  return (
    <>
      <p>
        {view.roles.length > 0
          ? view.roles.map(roleName).join(t("reasons.separator"))
          : t(view.enters ? "roles.superAdmin" : "workspaces.overview.outside")}
      </p>
      {steps.length > 0 ? (
        <div className="-mt-1.5 text-sm">
          <Reasons steps={steps} />
        </div>
      ) : null}
    </>
  );

  function roleName(role: string): string {
    const key = `roles.${role}.name` as MessageKey;
    return t.has(key) ? t(key) : role;
  }
}
