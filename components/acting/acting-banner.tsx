"use client";

import { UserRoundCog } from "lucide-react";
import { useEffect, useEffectEvent, useRef } from "react";
import { toast } from "#components/ui/toast.ts";
import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import { useActing } from "./use-acting.ts";

type Props = { agency: { id: string; name: string } | null };

/** Over everything while the session acts as an agency. When that ends under somebody's hands, it says so. */
export function ActingBanner({ agency }: Props) {
  const t = useTranslations();
  const { pending, problem, back } = useActing();
  const before = useRef(agency);

  const ended = useEffectEvent((name: string) => {
    toast.info(t("shell.acting.ended", { name }), { description: t("shell.acting.endedText"), duration: 20_000 });
  });
  useEffect(() => {
    if (before.current && !agency) ended(before.current.name);
    before.current = agency;
  }, [agency]);

  if (!agency) return null;
  return (
    <section
      aria-label={t("shell.acting.bannerLabel")}
      data-print="none"
      className="flex flex-wrap items-center gap-x-3 gap-y-1.5 border-b border-border bg-warn-soft px-4 py-1.5"
    >
      <UserRoundCog size={16} aria-hidden className="shrink-0 text-warn" />
      <p className="min-w-0 flex-1 text-pretty wrap-anywhere max-md:basis-4/5">
        {t.rich("shell.acting.banner", { name: agency.name, b: (text) => <b className="font-semibold">{text}</b> })}
      </p>
      {problem ? (
        <p role="alert" className="text-sm text-danger">
          {problem}
        </p>
      ) : null}
      <Button size="sm" pending={pending !== null} onClick={() => void back()}>
        {t("shell.acting.back")}
      </Button>
    </section>
  );
}
