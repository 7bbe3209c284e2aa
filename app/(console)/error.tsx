"use client";

import { PageFailed } from "#components/shell/page-failed.tsx";

/** A page of the console that could not be rendered; the frame around it stays. */
export default function ConsolePageError(props: { error: unknown; retry: () => void }) {
  return <PageFailed {...props} />;
}
