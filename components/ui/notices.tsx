"use client";

import { CircleCheck, CircleX, Info, TriangleAlert } from "lucide-react";
import { useEffect, useSyncExternalStore } from "react";
import { Toaster as Sonner, toast } from "sonner";
import { useTranslations } from "use-intl";
import { drawNotices } from "./toast.ts";

/** As wide as Tailwind's `max-md`: there dialogs fill the window, with their buttons at its foot. */
const NARROW = "(width < 45rem)";

function watchWidth(changed: () => void) {
  const narrow = matchMedia(NARROW);
  narrow.addEventListener("change", changed);
  return () => narrow.removeEventListener("change", changed);
}

/** Where what toast.ts says appears. A notice may carry one action ("Enter workspace"). */
export function Notices() {
  const t = useTranslations();
  const narrow = useSyncExternalStore(
    watchWidth,
    () => matchMedia(NARROW).matches,
    () => false,
  );
  useEffect(() => drawNotices(toast), []);
  return (
    <Sonner
      position={narrow ? "top-center" : "bottom-right"} // over nothing that somebody is about to press
      mobileOffset={{ top: "3.75rem" }}
      className="font-sans!"
      duration={8000}
      containerAriaLabel={t("ui.notices")}
      icons={{
        success: <CircleCheck size={16} className="text-ok" aria-hidden />,
        error: <CircleX size={16} className="text-danger" aria-hidden />,
        warning: <TriangleAlert size={16} className="text-warn" aria-hidden />,
        info: <Info size={16} className="text-busy" aria-hidden />,
      }}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            "flex w-full items-center gap-3 rounded-xl border border-border bg-surface px-4 py-3 text-base text-text shadow-float",
          title: "line-clamp-3 font-medium wrap-anywhere",
          description: "text-sm text-muted",
          content: "min-w-0 flex-1",
          actionButton: "shrink-0 font-medium text-accent hover:underline min-h-6",
          cancelButton: "shrink-0 text-muted hover:underline min-h-6",
        },
      }}
    />
  );
}
