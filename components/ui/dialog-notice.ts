import { useSyncExternalStore } from "react";

// What an open dialog must tell although it did not ask: that the thing it is about is gone.

let notice: string | null = null;
const readers = new Set<() => void>();

export function tellDialogs(said: string | null): void {
  notice = said;
  for (const reader of readers) reader();
}

function subscribe(reader: () => void): () => void {
  readers.add(reader);
  return () => readers.delete(reader);
}

export function useDialogNotice(): string | null {
  return useSyncExternalStore(
    subscribe,
    () => notice,
    () => null,
  );
}
