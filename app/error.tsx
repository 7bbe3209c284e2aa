"use client";

import { PageFailed } from "#components/shell/page-failed.tsx";

/** A page outside of the console, or the frame itself, that could not be rendered. */
export default function PageError(props: { error: unknown; retry: () => void }) {
  return (
    <main>
      <PageFailed {...props} />
    </main>
  );
}
