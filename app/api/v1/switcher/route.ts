import { route } from "#lib/entry/route.ts";
import { findWorkspaces } from "#lib/workspaces/queries.ts";

export const GET = route(findWorkspaces);
