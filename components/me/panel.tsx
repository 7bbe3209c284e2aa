import type { ReactNode } from "react";
import { useId } from "react";

/** One subject of the profile, with its form. */
export function Panel({ title, text, children }: { title: string; text?: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="rounded-xl border border-border bg-surface p-5">
      <h2 id={id} className="text-lg font-semibold tracking-[-0.01em]">
        {title}
      </h2>
      {text ? <p className="mt-0.5 text-pretty text-muted">{text}</p> : null}
      <div className="mt-4">{children}</div>
    </section>
  );
}
