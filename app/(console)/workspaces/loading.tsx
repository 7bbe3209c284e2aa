import { WorkspacesSkeleton } from "#components/workspaces/list/skeleton.tsx";

export default function Loading() {
  return <WorkspacesSkeleton />;
}
