import { route } from "#lib/entry/route.ts";
import { previewDeletion } from "#lib/workspaces/queries.ts";

export const GET = route(previewDeletion);
