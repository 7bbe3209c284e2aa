import { createContext, use, useEffect } from "react";

/** What is asked before something is lost, where it is not what was typed. */
export type Loss = { title: string; text: string; keep: string; discard: string };
export type Guard = { dirty: boolean; busy: boolean; loss?: Loss };

export type DialogContextValue = {
  /** Where popovers inside the dialog must live: outside of it they would be inert. */
  container: HTMLElement | null;
  /** Like Escape: refused while busy, asked about when something was typed. */
  requestClose: () => void;
  setGuard: (guard: Guard) => void;
};

export const DialogContext = createContext<DialogContextValue | null>(null);

export function useDialog(): DialogContextValue | null {
  return use(DialogContext);
}

/** What of the Navigation API is used, where a browser has it: going back and forth through the history. */
type Navigation = {
  addEventListener(
    type: "navigate",
    listener: (event: Event & { navigationType: string }) => void,
    options: object,
  ): void;
};

/** Asks before the page is left, by a link, the back button, or closing the tab. Returns what ends that. */
function guardLeaving(ask: () => void): () => void {
  const end = new AbortController();
  const { signal } = end;
  window.addEventListener("beforeunload", (event) => event.preventDefault(), { signal });
  const { navigation } = window as { navigation?: Navigation };
  function onNavigate(event: Event & { navigationType: string }) {
    if (event.navigationType !== "traverse" || !event.cancelable) return;
    event.preventDefault();
    ask();
  }
  navigation?.addEventListener("navigate", onNavigate, { signal });
  return () => end.abort();
}

/**
 * Tells the dialog around it that something typed would be lost (`dirty`) or that it must wait (`busy`). `loss`: the
 * question in other words, for what was not typed; the same object as long as it says the same.
 */
export function useDialogGuard(dirty: boolean, busy: boolean, loss?: Loss) {
  const dialog = useDialog();
  const { setGuard, requestClose } = dialog ?? {};
  useEffect(() => (dirty || busy ? guardLeaving(() => requestClose?.()) : undefined), [dirty, busy, requestClose]);
  useEffect(() => {
    setGuard?.({ dirty, busy, loss });
    return () => setGuard?.({ dirty: false, busy: false });
  }, [setGuard, dirty, busy, loss]);
}
