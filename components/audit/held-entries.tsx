"use client";

import { ArrowUp } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useState, useTransition, type ReactNode } from "react";
import { useTranslations } from "use-intl";
import { onChange } from "#components/shell/live-changes.ts";
import { Button } from "#components/ui/button.tsx";
import { NEWER_COUNTED_TO } from "#lib/audit/schema.ts";
import { fetchNewer } from "./api.ts";

type Seen = { at: string; id: string };
type Props = {
  /** What was asked for: with another one, other entries are to be shown. */
  view: string;
  /** The newest entry of `children`. */
  seen: Seen;
  query: string;
  /** New entries belong before this page. */
  first: boolean;
  children: ReactNode;
};

/**
 * Entries stay where they are while somebody reads them, even when the page is rendered anew: how many have come since is
 * said, and they are shown when asked for. What says so takes no place in the page.
 */
export function HeldEntries({ view, seen, query, first, children }: Props) {
  const t = useTranslations();
  const router = useRouter();
  const [loading, startTransition] = useTransition();
  const [shown, setShown] = useState({ view, seen, children });
  const [asked, setAsked] = useState(false);
  const [found, setFound] = useState({ after: seen.id, count: 0 });

  const newer = seen.id !== shown.seen.id;
  const follows = !newer || asked || view !== shown.view;
  if (follows && (shown.children !== children || newer)) {
    setShown({ view, seen, children });
    setAsked(false);
  }

  const look = useEffectEvent(async () => {
    if (!first) return true;
    const count = await fetchNewer(query, shown.seen).catch(() => null); // the next hint tries again
    if (count !== null) setFound({ after: shown.seen.id, count });
    return true;
  });
  useEffect(() => onChange(["audit"], () => look()), []);

  function show() {
    setAsked(true);
    startTransition(() => router.refresh());
  }

  const count = first && found.after === shown.seen.id ? found.count : 0;
  return (
    <>
      <div role="status" className="sticky top-16 z-20 flex h-0 justify-center">
        {count > 0 ? (
          <Button
            variant="primary"
            size="sm"
            pending={loading}
            onClick={show}
            icon={<ArrowUp size={14} aria-hidden />}
            className="mt-1 rounded-full shadow-float"
          >
            {t("audit.new", { count, most: count >= NEWER_COUNTED_TO ? "yes" : "no" })}
          </Button>
        ) : null}
      </div>
      {follows ? children : shown.children}
    </>
  );
}
