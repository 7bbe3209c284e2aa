import { Reasons } from "#components/ui/states.tsx";
import { getT } from "#lib/i18n/server.ts";
import type { Step } from "#lib/access/types.ts";
import type { WorkspaceView } from "#lib/workspaces/schema.ts";
import { inWords } from "./item.ts";
import { roleName } from "./role-name.ts";

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
  const ways = because.filter(({ rule }) => ENTRY.includes(rule));
  const steps = ways.map((step) => inWords(step, t));
  // Who may everything is more than the roles that everybody has in a PUBLIC workspace.
  const above = ways.some(({ rule }) => rule === "super_admin") ? [t("roles.superAdmin")] : [];
  const names = [...above, ...view.roles.map((role) => roleName(role, view.roleNames, t))];
  return (
    <>
      <p>{names.length > 0 ? names.join(t("reasons.separator")) : t("workspaces.overview.outside")}</p>
      {steps.length > 0 ? (
        <div className="-mt-1.5 text-sm">
          <Reasons steps={steps} />
        </div>
      ) : null}
    </>
  );
}
