"use client";

import { Link } from "#components/ui/link.tsx";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { useCurrent } from "./current.ts";

export type NavigationItem = { label: string; href: string; icon?: ReactNode; count?: string };
/**
 * Two groups: the current workspace and the account. In a group of a workspace, `:workspace` in an address stands for
 * the workspace in the current path, or the one last used elsewhere and where that one is not there for the reader;
 * without either the group is absent.
 */
export type NavigationGroup = { label: string; items: readonly NavigationItem[]; lastWorkspace?: string | null };

function inWorkspace(groups: readonly NavigationGroup[], here: string | undefined): NavigationGroup[] {
  return groups.flatMap((group) => {
    if (group.lastWorkspace === undefined) return [group];
    const slug = here ?? group.lastWorkspace;
    return slug
      ? [{ ...group, items: group.items.map((item) => ({ ...item, href: item.href.replace(":workspace", slug) })) }]
      : [];
  });
}

/** The first page of a workspace: what is under its address are other sections. */
const isRoot = (href: string) => /^\/w\/[^/]+$/.test(href);

/** The item whose address is the longest beginning of the current path. */
function currentHref(groups: readonly NavigationGroup[], path: string): string | undefined {
  const hrefs = groups.flatMap(({ items }) => items.map(({ href }) => href));
  return hrefs
    .filter((href) => path === href || (!isRoot(href) && path.startsWith(`${href}/`)))
    .sort((a, b) => b.length - a.length)[0];
}

export function Navigation({
  groups: given,
  label,
  onGo,
}: {
  groups: readonly NavigationGroup[];
  label: string;
  onGo?: () => void;
}) {
  const path = usePathname();
  const { state } = useCurrent();
  const inside = state === "here" || state === "loading";
  const here = inside ? /^\/w\/([^/]+)/.exec(path)?.[1] : undefined;
  const groups = inWorkspace(given, here);
  const current = currentHref(groups, path);
  return (
    <nav aria-label={label} className="grid gap-4.5 px-3 py-4">
      {groups.map((group) => (
        <section key={group.label}>
          <h2 className="mb-1.5 truncate px-2.5 text-xs font-medium text-faint">{group.label}</h2>
          <ul className="grid gap-px">
            {group.items.map(({ label: name, href, icon, count }) => (
              <li key={href}>
                <Link
                  href={href}
                  onClick={onGo}
                  aria-current={href === current ? "page" : undefined}
                  className="flex h-8 items-center gap-2.5 rounded-md px-2.5 text-muted hover:bg-hover hover:text-text aria-[current=page]:bg-accent-soft aria-[current=page]:font-medium aria-[current=page]:text-accent"
                >
                  {icon}
                  <span className="min-w-0 flex-1 truncate">{name}</span>
                  {count ? <span className="num text-xs">{count}</span> : null}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}
