"use client";

import { ChevronDown, Download } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "#components/ui/button.tsx";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "#components/ui/dropdown-menu.tsx";

const FORMATS = ["csv", "jsonl"] as const;

/** Downloads all that the filters let through, however much it is. */
export function ExportMenu({ query }: { query: string }) {
  const t = useTranslations();
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button icon={<Download size={15} aria-hidden />}>
          {t("audit.export.title")}
          <ChevronDown size={14} aria-hidden />
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent>
        {FORMATS.map((format) => (
          <DropdownMenuItem key={format} asChild>
            <a href={`/api/v1/audit-export?format=${format}${query && `&${query}`}`} download>
              <span className="grid py-1">
                {t(`audit.export.${format}`)}
                <span className="text-xs text-muted">{t(`audit.export.${format}Hint`)}</span>
              </span>
            </a>
          </DropdownMenuItem>
        ))}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
