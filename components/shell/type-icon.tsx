import { Globe, Lock, Users } from "lucide-react";
import { cx } from "#components/ui/cx.ts";
import type { AuthorizationType } from "./load-workspaces.ts";

const ICONS = { PUBLIC: Globe, INTERNAL: Users, PRIVATE: Lock };

/** Who may enter a workspace, as a mark beside its name. */
export function TypeIcon({ type, className }: { type: AuthorizationType; className?: string }) {
  const Icon = ICONS[type];
  return <Icon size={15} aria-hidden className={cx("shrink-0 text-muted", className)} />;
}
