"use client";

import { CircleCheck, CircleX, Info, TriangleAlert } from "lucide-react";
import { Toaster as Sonner } from "sonner";
import { useTranslations } from "use-intl";

/** Where `toast(…)` of sonner appears. A notice may carry one action ("Enter workspace"). */
export function Toaster() {
  const t = useTranslations();
  return (
    <Sonner
      position="bottom-right"
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
