"use client";

import { Menu } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { late, LatePiece } from "#components/ui/late.tsx";
import type { NavigationGroup } from "./navigation.tsx";
import type { NavigationPanelProps } from "./navigation-panel.tsx";

const panel = late<NavigationPanelProps>(() => import("./navigation-panel.tsx").then((file) => file.NavigationPanel));

/** The navigation of narrow screens: behind one button. */
export function NavigationDrawer({ groups }: { groups: readonly NavigationGroup[] }) {
  const t = useTranslations();
  const [near, setNear] = useState(false);
  const [open, setOpen] = useState(false);

  function approach() {
    setNear(true);
    panel.ahead();
  }
  return (
    <>
      <Button
        variant="ghost"
        size="icon"
        className="-ml-2 md:hidden"
        aria-label={t("shell.menu")}
        aria-expanded={open}
        onPointerEnter={approach}
        onFocus={approach}
        onClick={() => setOpen(true)}
        icon={<Menu size={18} aria-hidden />}
      />
      {near || open ? (
        <LatePiece
          piece={panel}
          given={{ groups, open, onOpenChange: setOpen }}
          wanted={open}
          onFail={() => setOpen(false)}
        />
      ) : null}
    </>
  );
}
