"use client";

import { Button } from "#components/ui/button.tsx";

/**
 * Leaving a field checks it, and what is said then would move the button away from under the pointer, so that the press is
 * lost: pressing it leaves the field no sooner than it acts.
 */
export function SaveButton({ name, pending }: { name: string; pending: boolean }) {
  return (
    <div onMouseDown={(event) => event.preventDefault()}>
      <Button type="submit" variant="primary" pending={pending}>
        {name}
      </Button>
    </div>
  );
}
