import type { EnterpriseProjectChoice } from "#lib/enterprise-projects/schema.ts";
import type { PrincipalView } from "#lib/accounts/schema.ts";
import type { Problem } from "#lib/errors.ts";
import type { MemberView } from "#lib/members/schema.ts";
import type { WorkspaceView } from "#lib/workspaces/schema.ts";

// What dialogs read when they open, from GET /api/v1.

/** A workspace as it arrives in a browser. */
export type WorkspaceJson = Omit<WorkspaceView, "createdAt" | "updatedAt"> & { createdAt: string; updatedAt: string };

export type LastChange = { by: string | null; at: string } | null;
export type Members = { data: MemberView[]; total: number };

/** The server answered, with a refusal. */
export class Refusal extends Error {
  readonly code: Problem["code"];
  readonly status: number;
  constructor(code: Problem["code"], status: number, title: string) {
    super(title);
    this.code = code;
    this.status = status;
  }
}

/** Reads from GET /api/v1; what the server refuses is thrown as a Refusal. */
export async function get<R>(path: string, signal?: AbortSignal): Promise<R> {
  const answer = await fetch(`/api/v1/${path}`, { signal, headers: { accept: "application/json" } });
  if (answer.ok) return answer.json();
  const { code = "internal", title = "" }: { code?: Problem["code"]; title?: string } = await answer
    .json()
    .catch(() => ({}));
  throw new Refusal(code, answer.status, title);
}

const at = (workspace: string) => `workspaces/${encodeURIComponent(workspace)}`;

export function fetchWorkspace(workspace: string, signal?: AbortSignal): Promise<WorkspaceJson> {
  return get(at(workspace), signal);
}

/** Who changed it last, and when; null when nobody knows any more. */
export async function fetchLastChange(workspace: string, signal?: AbortSignal): Promise<LastChange> {
  const { last } = await get<{ last: LastChange }>(`${at(workspace)}/last-change`, signal);
  return last;
}

/** The first 500 by name, and how many there are. */
export function fetchMembers(workspace: string, signal?: AbortSignal): Promise<Members> {
  return get(`${at(workspace)}/members`, signal);
}

/** How many things of each type deleting the workspace would destroy. */
export function fetchDeletionPreview(workspace: string, signal: AbortSignal): Promise<{ counts: { members: number } }> {
  return get(`${at(workspace)}/deletion-preview`, signal);
}

/** A free address for a new workspace of this name. */
export async function fetchProposedSlug(name: string, signal: AbortSignal): Promise<string> {
  const { slug } = await get<{ slug: string }>(`workspace-slug?${new URLSearchParams({ name })}`, signal);
  return slug;
}

/** Principals of one kind, best first. */
export async function searchPrincipals(
  kind: PrincipalView["kind"],
  search: string,
  signal: AbortSignal,
): Promise<PrincipalView[]> {
  const query = new URLSearchParams({ kinds: kind, limit: "50", ...(search === "" ? {} : { search }) });
  const { data } = await get<{ data: PrincipalView[] }>(`principals?${query}`, signal);
  return data;
}

export type ProjectChoices = { data: EnterpriseProjectChoice[]; mayCreate: boolean };

/** Enabled enterprise projects, `default` first. */
export function fetchProjectChoices(signal: AbortSignal): Promise<ProjectChoices> {
  return get("enterprise-projects", signal);
}
