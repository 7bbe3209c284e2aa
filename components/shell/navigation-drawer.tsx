"use client";

import { Menu } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { Drawer } from "#components/ui/drawer.tsx";
import type { NavigationGroup } from "./navigation.tsx";
import { Navigation } from "./navigation.tsx";

/** The navigation of narrow screens: behind one button. */
export function NavigationDrawer({ groups }: { groups: readonly NavigationGroup[] }) {
  const t = useTranslations();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="ghost"
        size="icon"
        className="-ml-2 md:hidden"
        aria-label={t("shell.menu")}
        aria-expanded={open}
        onClick={() => setOpen(true)}
        icon={<Menu size={18} aria-hidden />}
      />
      <Drawer side="left" open={open} onOpenChange={setOpen} title={t("app.name")}>
        <Navigation groups={groups} label={t("shell.navigation")} onGo={() => setOpen(false)} />
      </Drawer>
    </>
  );
}
