import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { NoPermission } from "#components/ui/states.tsx";
import { reasonText } from "#lib/access/reasons.ts";
import { AppError } from "#lib/errors.ts";
import { getT } from "#lib/i18n/server.ts";
import { tell } from "#lib/i18n/tell.ts";
import type { T } from "#lib/i18n/translator.ts";

/** The names in brackets of an address: `workspace` in `/w/[workspace]`. */
type Names<Route extends string> = Route extends `${string}[${infer Name}]${infer Rest}` ? Name | Names<Rest> : never;
type Props<Route extends string> = {
  params: Promise<Record<Names<Route>, string>>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/**
 * A page of the console: what its queries refuse becomes what people see. Not found stays an ordinary 404, a missing
 * permission is said with its reasons; everything else is the error page's (app/error.tsx), which waits and tries again.
 */
export function consolePage<Route extends string>(render: (props: Props<Route>) => Promise<ReactNode>) {
  return async function Page(props: Props<Route>) {
    try {
      return await render(props);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (error.code === "not_found" || error.code === "invalid_input") notFound();
      if (error.code === "forbidden" || error.code === "workspace_state")
        return <Refused error={error} t={await getT()} />;
      throw error;
    }
  };
}

function Refused({ error, t }: { error: AppError; t: T }) {
  const { key, params, because = [] } = error.details;
  const steps = because.map((step) => reasonText(step, t as Parameters<typeof reasonText>[1]));
  return (
    <NoPermission level="h1" title={t("shell.noPermission")} steps={steps}>
      <p>{tell(t, { key: key ?? `errors.${error.code}`, params })}</p>
    </NoPermission>
  );
}
