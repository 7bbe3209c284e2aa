import { CircleCheck, Info, OctagonAlert, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "./cx.ts";

type Tone = "info" | "ok" | "warn" | "danger";

const LOOK: Record<Tone, { box: string; mark: string; Icon: typeof Info }> = {
  info: { box: "bg-busy-soft", mark: "text-busy", Icon: Info },
  ok: { box: "bg-ok-soft", mark: "text-ok", Icon: CircleCheck },
  warn: { box: "bg-warn-soft", mark: "text-warn", Icon: TriangleAlert },
  danger: { box: "bg-danger-soft", mark: "text-danger", Icon: OctagonAlert },
};

type Props = {
  tone?: Tone;
  title?: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  className?: string;
  role?: "alert" | "status";
};

/** Something to know before going on. With `role="alert"` it is read out when it appears. */
export function NoticeBanner({ tone = "info", title, children, action, className, role }: Props) {
  const { box, mark, Icon } = LOOK[tone];
  return (
    <div
      role={role}
      className={cx("flex items-start gap-2.5 rounded-lg border border-transparent px-3 py-2.5", box, className)}
    >
      <Icon size={16} aria-hidden className={cx("mt-0.5 shrink-0", mark)} />
      <div className="grid min-w-0 flex-1 gap-1 wrap-anywhere">
        {title ? <p className={cx("font-semibold", mark)}>{title}</p> : null}
        {children ? <div>{children}</div> : null}
      </div>
      {action}
    </div>
  );
}
