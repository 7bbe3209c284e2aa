"use client";

import { Link } from "#components/ui/link.tsx";
import { useTranslations } from "use-intl";
import { cx } from "#components/ui/cx.ts";

/** For the Super Admin: to where the limit is raised. */
export function RaiseLimitLink({ className }: { className?: string }) {
  const t = useTranslations();
  return (
    <Link
      href="/account/settings#workspace-limit"
      className={cx("font-medium whitespace-nowrap text-accent hover:underline", className)}
    >
      {t("workspaces.raiseLimit")}
    </Link>
  );
}
