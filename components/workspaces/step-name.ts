"use client";

import { useTranslations } from "use-intl";

/** What a step of a deletion removes, in words; the name itself where it is that of a single thing. */
export function useStepName(): (step: string) => string {
  const t = useTranslations();
  return (step) => (step === "members" || step === "workspace" ? t(`workspaces.deletionSteps.${step}`) : step);
}
