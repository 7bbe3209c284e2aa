import { cache } from "react";
import { load } from "#lib/entry/page.ts";
import { switcher } from "#lib/workspaces/queries.ts";

/** What the frame and some pages in it show of the account; asked once a request. */
export const loadFrame = cache(() => load(switcher));
