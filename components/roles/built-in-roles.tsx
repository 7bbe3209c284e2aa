import { getT } from "#lib/i18n/server.ts";
import type { ShownRole } from "#lib/roles/schema.ts";
import { BuiltInList } from "./built-in-list.tsx";
import { BuiltInMatrix } from "./built-in-matrix.tsx";
import { LevelMark, type Reach } from "./level-mark.tsx";

const LEGEND: readonly Reach[] = ["full", "execute", "read", "partly", "none"];

/** The roles that are the same in every workspace: as a matrix, or one by one where there is no room. */
export async function BuiltInRoles({ roles }: { roles: readonly ShownRole[] }) {
  const t = await getT();
  return (
    <section aria-labelledby="built-in-roles" className="mt-8">
      <h2 id="built-in-roles" className="font-semibold">
        {t("roles.builtIn.title")}
      </h2>
      <p className="mb-3 text-sm text-muted">{t("roles.builtIn.text")}</p>
      <BuiltInMatrix roles={roles} label={t("roles.builtIn.title")} />
      <BuiltInList roles={roles} />
      <ul
        aria-label={t("roles.matrix.legend")}
        className="mt-2.5 flex flex-wrap items-center gap-x-4 gap-y-1 px-1 text-sm text-muted max-lg:hidden"
      >
        {LEGEND.map((reach) => (
          <li key={reach} className="inline-flex items-center gap-1.5">
            <LevelMark reach={reach} />
            {reach === "partly" ? t("roles.partly") : t(`roles.levels.${reach}`)}
          </li>
        ))}
      </ul>
    </section>
  );
}
