"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { startTransition, useEffect } from "react";
import { listen } from "./live-connection.ts";

/** Many browsers hear the same hint: they do not all ask at the same moment. Milliseconds. */
const JITTER = 300;
/** Until an open dialog is looked at again. Milliseconds. */
const LATER = 1000;

/**
 * Keeps a page fresh: renders it anew, and fetches its queries again, when something of these topics changed. A topic is
 * what names of use cases begin with, and what query keys begin with ("workspaces").
 */
export function LiveRefresh({ topics }: { topics: readonly string[] }) {
  const router = useRouter();
  const queries = useQueryClient();
  const wanted = topics.join(" ");

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const of = new Set<unknown>(wanted.split(" "));
    function refresh() {
      // What somebody is typing stays: a page that cannot be rendered just now would take its dialog along.
      if (document.querySelector('[role="dialog"]')) {
        timer = setTimeout(refresh, LATER);
        return;
      }
      timer = undefined;
      startTransition(() => router.refresh());
      void queries.invalidateQueries({ predicate: ({ queryKey }) => of.has(queryKey[0]) });
    }
    const unsubscribe = listen(wanted.split(" "), () => {
      timer ??= setTimeout(refresh, Math.random() * JITTER);
    });
    return () => {
      unsubscribe();
      clearTimeout(timer);
    };
  }, [router, queries, wanted]);

  return null;
}
