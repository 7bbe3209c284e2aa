import type { T } from "#lib/i18n/translator.ts";

type OfName = (name: string) => string;
/** What rows say. `select`, `copyId`, `more`: names of buttons, with the name of the workspace in them. */
export type RowWords = {
  t: T;
  everybody: string;
  count: (members: number) => string;
  select: OfName;
  copyId: OfName;
  more: OfName;
};

const PLACE = "\uE000"; // of the private use area: in no message

/** Made once for all rows: to look a message up and put a name into it takes longer than to draw the button. */
export function rowWords(t: T): RowWords {
  const around = (text: string): OfName => {
    const [before = "", after = ""] = text.split(PLACE);
    return (name) => before + name + after;
  };
  const counts = new Map<number, string>();
  return {
    t,
    everybody: t("workspaces.everybody"),
    count(members) {
      const text = counts.get(members) ?? t("workspaces.count", { count: members });
      counts.set(members, text);
      return text;
    },
    select: around(t("workspaces.selection.row", { name: PLACE })),
    copyId: around(t("ui.copy", { name: t("workspaces.idOf", { name: PLACE }) })),
    more: around(t("workspaces.actions.more", { name: PLACE })),
  };
}
