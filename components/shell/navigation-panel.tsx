"use client";

import { useTranslations } from "use-intl";
import { Drawer } from "#components/ui/drawer.tsx";
import { Navigation, type NavigationGroup } from "./navigation.tsx";

export type NavigationPanelProps = {
  groups: readonly NavigationGroup[];
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

export function NavigationPanel({ groups, open, onOpenChange }: NavigationPanelProps) {
  const t = useTranslations();
  return (
    <Drawer side="left" open={open} onOpenChange={onOpenChange} title={t("app.name")}>
      <Navigation groups={groups} label={t("shell.navigation")} onGo={() => onOpenChange(false)} />
    </Drawer>
  );
}
