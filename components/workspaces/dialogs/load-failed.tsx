"use client";

import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { useMessage } from "#components/ui/use-message.ts";
import { Refusal } from "../api.ts";
import { Refused } from "./refused.tsx";

/** What a dialog needs could not be read. */
export function LoadFailed({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const t = useTranslations();
  const say = useMessage();
  const refused = error instanceof Refusal;
  const hopeless = refused && (error.code === "not_found" || error.code === "forbidden");
  return (
    <Refused
      action={
        hopeless ? null : (
          <Button variant="primary" onClick={onRetry}>
            {t("ui.retry")}
          </Button>
        )
      }
    >
      {refused ? say({ key: `errors.${error.code}` }) : t("workspaces.loadFailed")}
    </Refused>
  );
}
