"use client";

import { useTranslations } from "use-intl";
import { Avatar } from "#components/ui/avatar.tsx";
import { late } from "#components/ui/late.tsx";
import { LateMenu } from "#components/ui/late-menu.tsx";
import type { Account, AccountMenuProps } from "./account-menu-items.tsx";

const items = late<AccountMenuProps>(() => import("./account-menu-items.tsx").then((file) => file.AccountMenuItems));

export function AccountMenu(account: Account) {
  const t = useTranslations();
  const { name } = account;
  return (
    <LateMenu
      menu={items}
      given={account}
      trigger={
        <button
          type="button"
          aria-label={t("shell.account", { name })}
          className="shrink-0 rounded-full p-1 hover:bg-hover aria-expanded:bg-hover"
        >
          <Avatar name={name} />
        </button>
      }
    />
  );
}
