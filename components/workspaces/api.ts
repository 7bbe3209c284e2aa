import type { EnterpriseProjectChoice } from "#lib/enterprise-projects/schema.ts";
import type { PrincipalView } from "#lib/accounts/schema.ts";
import type { Problem } from "#lib/errors.ts";
import type { MemberRow } from "#lib/members/schema.ts";
import type {
  IdFilter,
  NewOwnerChoices,
  SelectedWorkspace,
  WorkspaceSettings,
  WorkspaceView,
} from "#lib/workspaces/schema.ts";

// What dialogs read when they open, from GET /api/v1.

/** What nobody lacks who may do something with a workspace. */
type Settings = "description" | "publicRole" | "enterpriseProject";
/** A workspace as dialogs get it, which are for those who may change it. */
export type WorkspaceJson = Omit<WorkspaceView, Settings | "createdAt" | "updatedAt"> & {
  [S in Settings]: NonNullable<WorkspaceView[S]>;
} & { createdAt: string; updatedAt: string };

export type CopyableWorkspace = { id: string; name: string; slug: string };
export type LastChange = { by: string | null; at: string } | null;
export type Members = { data: MemberRow[]; total: number };

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
  return read(await fetch(`/api/v1/${path}`, { signal, headers: { accept: "application/json" } }));
}

/** Reads what is asked for in more words than an address holds. */
export async function post<R>(path: string, body: object, signal?: AbortSignal): Promise<R> {
  const headers = { accept: "application/json", "content-type": "application/json" };
  return read(await fetch(`/api/v1/${path}`, { method: "POST", body: JSON.stringify(body), signal, headers }));
}

async function read<R>(answer: Response): Promise<R> {
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

/** To whom it can be given, best first, and how many there are. */
export function fetchNewOwners(workspace: string, search: string, signal?: AbortSignal): Promise<NewOwnerChoices> {
  return get(`${at(workspace)}/new-owners?${new URLSearchParams({ search })}`, signal);
}

/** Workspaces whose settings the reader may copy, by name. */
export async function searchCopyable(search: string, signal?: AbortSignal): Promise<CopyableWorkspace[]> {
  const { data } = await get<{ data: CopyableWorkspace[] }>(
    `copyable-workspaces?${new URLSearchParams({ search })}`,
    signal,
  );
  return data;
}

/** What another workspace can be made like. */
export function fetchSettings(workspace: string): Promise<WorkspaceSettings> {
  return get(`${at(workspace)}/settings`);
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

/** What a list asks for in its address, without the page. */
const NOT_OF_THE_LIST = ["cursor", "limit", "create", "modify", "delete"];

export function filterOf(address: Iterable<[string, string]>): URLSearchParams {
  return new URLSearchParams([...address].filter(([name]) => !NOT_OF_THE_LIST.includes(name)));
}

/** All that the filter in an address finds, at most 5,000. */
export async function fetchSelection(
  address: Iterable<[string, string]>,
): Promise<{ data: SelectedWorkspace[]; more: boolean }> {
  return get(`workspace-selection?${filterOf(address)}`, AbortSignal.timeout(30_000));
}

/** Owners or enterprise projects to filter the list by, at most 50. */
export async function fetchFilterOptions(
  of: IdFilter,
  search: string,
  signal: AbortSignal,
): Promise<{ id: string; name: string }[]> {
  const { data } = await get<{ data: { id: string; name: string }[] }>(
    `workspace-filters?${new URLSearchParams({ of, search })}`,
    signal,
  );
  return data;
}
