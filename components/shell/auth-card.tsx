import type { ReactNode } from "react";
import { Mark } from "./brand.tsx";

/** The page before one is signed in: the brand, one card, and a line under it. */
export function AuthCard({
  brand,
  title,
  subtitle,
  children,
  footer,
}: {
  brand: string;
  title: string;
  subtitle?: ReactNode;
  children: ReactNode;
  footer?: ReactNode;
}) {
  return (
    <main className="grid min-h-dvh content-start justify-items-center gap-6 px-4 py-[12vh] max-md:py-8">
      <p className="flex items-center gap-2 text-lg font-semibold tracking-[-0.01em]">
        <Mark />
        {brand}
      </p>
      <section className="w-full max-w-100 rounded-2xl border border-border bg-surface p-6">
        <h1 className="text-xl font-semibold tracking-[-0.015em]">{title}</h1>
        {subtitle ? <p className="mt-1 text-pretty text-muted">{subtitle}</p> : null}
        <div className="mt-5">{children}</div>
      </section>
      {footer ? <div className="text-sm text-muted">{footer}</div> : null}
    </main>
  );
}
