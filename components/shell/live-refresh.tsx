"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useRef, useTransition } from "react";
import { modalOpen } from "#components/ui/modal.ts";
import { onChange, remind } from "./live-changes.ts";

/** Until an open dialog is looked at again. Milliseconds. */
const LATER = 1_000;
/** A page that takes longer than this to come does not keep others from looking. Milliseconds. */
const LONGEST = 10_000;

/**
 * Keeps a page fresh: renders it anew, and fetches its queries again, when something of these topics changed. A topic is
 * what names of use cases begin with, and what query keys begin with ("workspaces"). Scroll, focus, open menus and what
 * is being typed stay as they are.
 */
export function LiveRefresh({ topics }: { topics: readonly string[] }) {
  const router = useRouter();
  const queries = useQueryClient();
  const wanted = topics.join(" ");
  const [pending, startTransition] = useTransition();
  const finish = useRef<() => void>(undefined);
  const later = useRef<ReturnType<typeof setTimeout>>(undefined);

  function done() {
    finish.current?.();
    finish.current = undefined;
  }

  function refresh(): Promise<void> {
    return new Promise((resolve) => {
      done();
      finish.current = resolve;
      setTimeout(resolve, LONGEST);
      startTransition(() => router.refresh());
    });
  }

  const look = useEffectEvent(async () => {
    const names = wanted.split(" ");
    if (modalOpen() && !(await keepsDialog())) {
      clearTimeout(later.current);
      later.current = setTimeout(() => remind(names), LATER);
      return true;
    }
    // A dialog is filled from its query once; what others change afterwards is its own business.
    if (!modalOpen())
      void queries.invalidateQueries({ predicate: ({ queryKey }) => names.includes(String(queryKey[0])) });
    await refresh();
    return true;
  });

  useEffect(() => {
    if (!pending) done();
  }, [pending]);

  useEffect(() => {
    const end = onChange(wanted.split(" "), () => look());
    return () => {
      end();
      done();
      clearTimeout(later.current);
    };
  }, [wanted]);

  return null;
}

/**
 * Whether the page behind an open dialog can be rendered anew without taking the dialog along: it is an ordinary page
 * with a table whose rows stay while a dialog is open (SteadyRows), and so it would be now. A page that has become an
 * error, "not found", or an empty list would take the dialog, and what was typed in it, with it.
 */
async function keepsDialog(): Promise<boolean> {
  const bodies = [...document.querySelectorAll("main table tbody")];
  if (bodies.length === 0 || bodies.some((body) => !body.matches("[data-steady]"))) return false;
  try {
    const page = await fetch(location.href, { headers: { accept: "text/html" } });
    const steadyNow = page.ok && !page.redirected && (await page.text()).includes('data-steady="');
    return steadyNow && modalOpen();
  } catch {
    return false; // out of reach: refreshing would load the whole page anew
  }
}
