"use client";

import type { ComponentProps } from "react";
import { late } from "#components/ui/late.tsx";
import { LateMenu } from "#components/ui/late-menu.tsx";
import type { WorkspaceItem } from "./item.ts";
import type { WorkspaceMenuProps } from "./workspace-menu-items.tsx";

const items = late<WorkspaceMenuProps>(() =>
  import("./workspace-menu-items.tsx").then((file) => file.WorkspaceMenuItems),
);

type Props = { workspace: WorkspaceItem; children: ComponentProps<typeof LateMenu>["trigger"] };

/** What is needed less often, behind the button that is given. */
export function WorkspaceMenu({ workspace, children }: Props) {
  return <LateMenu trigger={children} menu={items} given={{ workspace }} />;
}
