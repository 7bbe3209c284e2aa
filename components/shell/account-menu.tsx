"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { Avatar } from "#components/ui/avatar.tsx";
import { late } from "#components/ui/late.tsx";
import { LateMenu } from "#components/ui/late-menu.tsx";
import type { Account, AccountMenuProps } from "./account-menu-items.tsx";

const items = late<AccountMenuProps>(() => import("./account-menu-items.tsx").then((file) => file.AccountMenuItems));
// Fetched when somebody opens it: few act as somebody else.
const AgencyDialog = dynamic(() => import("#components/acting/agency-dialog.tsx").then((file) => file.AgencyDialog), {
  ssr: false,
});

export function AccountMenu(account: Omit<Account, "onSwitch">) {
  const t = useTranslations();
  const [choosing, setChoosing] = useState(false);
  const { name, acting } = account;
  return (
    <>
      <LateMenu
        menu={items}
        given={{ ...account, onSwitch: () => setChoosing(true) }}
        trigger={
          <button
            type="button"
            aria-label={
              acting ? t("shell.acting.account", { name, agency: acting.name }) : t("shell.account", { name })
            }
            className="flex shrink-0 items-center gap-2 rounded-full p-1 hover:bg-hover aria-expanded:bg-hover"
          >
            {acting ? (
              <span aria-hidden className="max-w-40 truncate pl-2 text-sm text-warn max-lg:hidden">
                {t("shell.acting.as", { name: acting.name })}
              </span>
            ) : null}
            <Avatar name={name} className={acting ? "ring-2 ring-warn" : undefined} />
          </button>
        }
      />
      {choosing ? <AgencyDialog onClose={() => setChoosing(false)} /> : null}
    </>
  );
}
