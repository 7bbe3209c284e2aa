"use client";

import { useTranslations } from "use-intl";
import { Dialog, DialogBody } from "#components/ui/dialog.tsx";

/** What can be done by keys alone, anywhere. */
export function Shortcuts({ apple, onClose }: { apple: boolean; onClose: () => void }) {
  const t = useTranslations();
  const list = [
    { keys: [apple ? "⌘" : "Ctrl", "K"], does: t("shell.palette.open") },
    { keys: ["g", "w"], does: t("shell.switcher.title") },
    { keys: ["?"], does: t("shell.palette.shortcuts") },
    { keys: ["Esc"], does: t("ui.close") },
  ];
  return (
    <Dialog open onOpenChange={onClose} title={t("shell.palette.shortcuts")}>
      <DialogBody>
        <dl className="grid gap-px">
          {list.map(({ keys, does }) => (
            <div key={does} className="flex items-center justify-between gap-4 py-1.5">
              <dt>{does}</dt>
              <dd className="flex gap-1">
                {keys.map((key) => (
                  <kbd
                    key={key}
                    className="min-w-6 rounded-sm border border-border-strong bg-sunken px-1.5 text-center font-sans text-sm"
                  >
                    {key}
                  </kbd>
                ))}
              </dd>
            </div>
          ))}
        </dl>
      </DialogBody>
    </Dialog>
  );
}
