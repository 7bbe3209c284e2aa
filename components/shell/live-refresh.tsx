"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useRef, useTransition } from "react";
import { modalOpen, watchModals } from "#components/ui/modal.ts";
import { onChange, remind } from "./live-changes.ts";

/** Several on one page render it anew once. */
let underWay: Promise<void> | undefined;

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
  const waiting = useRef<() => void>(undefined);

  function done() {
    finish.current?.();
    finish.current = undefined;
  }

  function noMoreWaiting() {
    waiting.current?.();
    waiting.current = undefined;
  }

  function refresh(): Promise<void> {
    underWay ??= new Promise<void>((resolve) => {
      done();
      finish.current = resolve;
      setTimeout(resolve, LONGEST);
      startTransition(() => router.refresh());
    }).finally(() => (underWay = undefined));
    return underWay;
  }

  const look = useEffectEvent(async () => {
    // A dialog keeps what it was opened with, its version above all: the page behind it waits until it is closed.
    if (modalOpen()) {
      waiting.current ??= watchModals(() => {
        if (modalOpen()) return;
        noMoreWaiting();
        remind(wanted.split(" "));
      });
      return true;
    }
    const names = wanted.split(" ");
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
      noMoreWaiting();
    };
  }, [wanted]);

  return null;
}
