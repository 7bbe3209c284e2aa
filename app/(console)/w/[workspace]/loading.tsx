import { OverviewSkeleton } from "#components/workspaces/overview-skeleton.tsx";

export default function Loading() {
  return <OverviewSkeleton />;
}
