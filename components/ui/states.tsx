import { Inbox, Lock, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";

type Props = { icon: ReactNode; title: ReactNode; children?: ReactNode; action?: ReactNode; level?: "h1" | "h2" };

/** A page or a list that has something else to say than its rows. */
export function State({ icon, title, children, action, level: Heading = "h2" }: Props) {
  return (
    <div className="grid justify-items-center gap-3 px-6 py-16 text-center">
      <span aria-hidden className="grid size-11 place-items-center rounded-full bg-sunken text-muted">
        {icon}
      </span>
      <Heading className="text-lg font-semibold tracking-[-0.01em]">{title}</Heading>
      {children ? <div className="max-w-[46ch] text-balance text-muted">{children}</div> : null}
      {action ? <div className="mt-1 flex flex-wrap justify-center gap-2">{action}</div> : null}
    </div>
  );
}

/** Nothing here yet: what this is for, in one sentence, and the first step. */
export function EmptyState({ title, children, action, icon }: Omit<Props, "icon" | "level"> & { icon?: ReactNode }) {
  return (
    <div className="rounded-xl border border-border bg-surface">
      <State icon={icon ?? <Inbox size={20} />} title={title} action={action}>
        {children}
      </State>
    </div>
  );
}

/** What happened, what was not lost, what to do. */
export function ErrorState({ title, children, action, level }: Omit<Props, "icon">) {
  return (
    <div role="alert">
      <State icon={<TriangleAlert size={20} className="text-warn" />} title={title} action={action} level={level}>
        {children}
      </State>
    </div>
  );
}

/** The refusal with its reason: each step of the decision is one line, in order. */
export function NoPermission({ title, steps, action, children, level }: Omit<Props, "icon"> & { steps: ReactNode[] }) {
  return (
    <State icon={<Lock size={18} />} title={title} action={action} level={level}>
      {children}
      {steps.length > 0 ? <Reasons steps={steps} /> : null}
    </State>
  );
}

/** A chain of reasons, first to last. */
export function Reasons({ steps }: { steps: ReactNode[] }) {
  return (
    <ol className="mt-3 grid text-left text-text">
      {steps.map((step, index) => (
        <li
          key={index}
          className="relative grid grid-cols-[18px_1fr] gap-2 py-1.5 not-last:after:absolute not-last:after:top-4.5 not-last:after:-bottom-1.5 not-last:after:left-[8.5px] not-last:after:w-px not-last:after:bg-border"
        >
          <span aria-hidden className="m-[5px] mt-1.5 size-2 rounded-full bg-accent" />
          <span className="wrap-anywhere">{step}</span>
        </li>
      ))}
    </ol>
  );
}
