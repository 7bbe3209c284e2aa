"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useTranslations } from "use-intl";
import { onChange } from "#components/shell/live-changes.ts";
import { Button } from "#components/ui/button.tsx";
import { Drawer } from "#components/ui/drawer.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { ErrorState } from "#components/ui/states.tsx";
import { Refusal } from "#components/workspaces/api.ts";
import { userQuery } from "./api.ts";
import { UserFacts } from "./user-facts.tsx";
import { useShownUser } from "./use-shown-user.ts";

/** A closer look at the user in the address. */
export function UserDrawer() {
  const t = useTranslations();
  const [id, show] = useShownUser();
  return (
    <Drawer open={id !== null} onOpenChange={() => void show(null)} title={t("accounts.details.title")}>
      {id ? <Content id={id} /> : null}
    </Drawer>
  );
}

function Content({ id }: { id: string }) {
  const t = useTranslations();
  const client = useQueryClient();
  const { data, error, refetch } = useQuery(userQuery(id));
  useEffect(
    () =>
      onChange(["accounts", "administrators", "groups", "agencies", "workspaces"], async () => {
        await client.invalidateQueries({ queryKey: userQuery(id).queryKey });
        return true;
      }),
    [client, id],
  );
  if (error) {
    const gone = error instanceof Refusal && error.status < 500;
    const again = <Button onClick={() => void refetch()}>{t("ui.retry")}</Button>;
    return (
      <ErrorState title={t(gone ? "accounts.details.gone" : "accounts.loadFailed")} action={gone ? undefined : again} />
    );
  }
  if (data) return <UserFacts user={data} />;
  return (
    <div role="status" aria-label={t("accounts.details.loading")} className="grid gap-3 p-4">
      <Skeleton className="h-6 w-48" />
      <Skeleton className="h-4 w-64" />
      <Skeleton className="h-4 w-full" />
      <Skeleton className="h-4 w-full" />
      <Skeleton className="h-4 w-2/3" />
    </div>
  );
}
