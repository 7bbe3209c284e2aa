import type { ReactNode } from "react";

/** The title of a page, a line about it, and at the right its one main action (children). */
export function PageHeader({
  title,
  subtitle,
  children,
}: {
  title: ReactNode;
  subtitle?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <header className="mb-4.5 flex flex-wrap items-start gap-x-4 gap-y-3">
      <div className="min-w-0 flex-1 max-md:basis-full">
        <h1 className="text-xl font-semibold tracking-[-0.015em] wrap-anywhere">{title}</h1>
        {subtitle ? <p className="num text-muted">{subtitle}</p> : null}
      </div>
      {children ? (
        <div data-print="none" className="flex gap-2 max-md:w-full max-md:*:flex-1">
          {children}
        </div>
      ) : null}
    </header>
  );
}

/** Search, filters and what else narrows the list under it. */
export function Toolbar({ children }: { children: ReactNode }) {
  return (
    <div data-print="none" className="mb-3 flex flex-wrap items-center gap-2">
      {children}
    </div>
  );
}
