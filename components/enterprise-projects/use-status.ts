"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { toast } from "#components/ui/toast.ts";
import { useTranslations } from "use-intl";
import { useCommand } from "#components/workspaces/use-command.ts";
import { useSayRefusal } from "#components/workspaces/use-say-refusal.ts";
import { disableEnterpriseProject, enableEnterpriseProject } from "#lib/enterprise-projects/actions.ts";
import type { EnterpriseProjectView } from "#lib/enterprise-projects/schema.ts";
import { fetchEnterpriseProject, type EnterpriseProjectNow } from "./api.ts";

type Status = EnterpriseProjectView["status"];
type Seen = Pick<EnterpriseProjectView, "id" | "name" | "status" | "version">;
type Changed = { seen: Seen; now: EnterpriseProjectNow; wanted: Status };

/**
 * Disables and enables an enterprise project. When somebody else changed it meanwhile, `changed` holds how it is now, so
 * that it can be done all the same; when they did the same, there is nothing left to do.
 */
export function useStatus() {
  const t = useTranslations();
  const say = useSayRefusal();
  const run = useCommand();
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const [changed, setChanged] = useState<Changed | null>(null);

  function setStatus(wanted: Status, seen: Seen, onAnswer?: () => void) {
    const { id, name, version } = seen;
    startTransition(async () => {
      const command = wanted === "DISABLED" ? disableEnterpriseProject : enableEnterpriseProject;
      const result = await run(() => command({ id, version }));
      const now =
        !result.ok && result.error.code === "stale" ? await fetchEnterpriseProject(id).catch(() => null) : null;
      onAnswer?.();
      setChanged(now && now.status !== wanted ? { seen, now, wanted } : null);
      if (result.ok) return;
      if (now?.status === wanted) {
        const by = now.last?.by ?? t("ui.conflict.somebody");
        toast.info(t("enterpriseProjects.already", { name: now.name, by, status: now.status }));
      } else if (!now) {
        toast.error(t("enterpriseProjects.unchanged", { name }), { description: await say(result.error) });
      }
      if (result.error.code !== "unavailable") router.refresh(); // it is not what this page shows
    });
  }

  return { pending, changed, forget: () => setChanged(null), setStatus };
}
