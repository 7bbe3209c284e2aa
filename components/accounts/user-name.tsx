"use client";

import { useShownUser } from "./use-shown-user.ts";

/** A name that opens the details. */
export function UserName({ id, name }: { id: string; name: string }) {
  const [, show] = useShownUser();
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      title={name}
      onClick={() => void show(id)}
      className="min-w-0 truncate text-left font-medium hover:text-accent hover:underline"
    >
      {name}
    </button>
  );
}
