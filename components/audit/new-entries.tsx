"use client";

import { ArrowUp } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useState, useTransition } from "react";
import { useTranslations } from "use-intl";
import { onChange } from "#components/shell/live-changes.ts";
import { Button } from "#components/ui/button.tsx";
import { NEWER_COUNTED_TO } from "#lib/audit/schema.ts";
import { fetchNewer } from "./api.ts";

type Seen = { at: string; id: string };

/**
 * Over the first page: says how many entries have come since it was shown, and shows them when asked; what one looks at
 * stays where it is. Takes no place in the page.
 */
export function NewEntries({ seen, query }: { seen: Seen; query: string }) {
  const t = useTranslations();
  const router = useRouter();
  const [loading, startTransition] = useTransition();
  const [found, setFound] = useState<{ after: string; count: number }>({ after: seen.id, count: 0 });
  const count = found.after === seen.id ? found.count : 0;

  const look = useEffectEvent(async () => {
    const count = await fetchNewer(query, seen).catch(() => null); // the next hint tries again
    if (count !== null) setFound({ after: seen.id, count });
    return true;
  });
  useEffect(() => onChange(["audit"], () => look()), []);

  return (
    <div role="status" className="sticky top-16 z-20 flex h-0 justify-center">
      {count > 0 ? (
        <Button
          variant="primary"
          size="sm"
          pending={loading}
          onClick={() => startTransition(() => router.refresh())}
          icon={<ArrowUp size={14} aria-hidden />}
          className="mt-1 rounded-full shadow-float"
        >
          {t("audit.new", { count, most: count >= NEWER_COUNTED_TO ? "yes" : "no" })}
        </Button>
      ) : null}
    </div>
  );
}
