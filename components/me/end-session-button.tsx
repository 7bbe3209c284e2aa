"use client";

import { useTransition } from "react";
import { toast } from "#components/ui/toast.ts";
import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { useMessage } from "#components/ui/use-message.ts";
import { useCommand } from "#components/workspaces/use-command.ts";
import { endSession } from "#lib/me/actions.ts";

export function EndSessionButton({ id, device }: { id: string; device: string }) {
  const t = useTranslations();
  const say = useMessage();
  const run = useCommand();
  const [pending, startTransition] = useTransition();

  function end() {
    startTransition(async () => {
      const result = await run(() => endSession({ id }));
      // One that has ended by itself meanwhile is what was wanted.
      if (result.ok || result.error.code === "not_found") toast.success(t("me.sessions.ended", { device }));
      else toast.error(say(result.error));
    });
  }

  return (
    <Button variant="link-danger" pending={pending} onClick={end}>
      {t("me.sessions.end")}
    </Button>
  );
}
