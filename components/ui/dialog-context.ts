import { createContext, use, useEffect } from "react";

export type DialogContextValue = {
  /** Where popovers inside the dialog must live: outside of it they would be inert. */
  container: HTMLElement | null;
  /** Like Escape: refused while busy, asked about when something was typed. */
  requestClose: () => void;
  setGuard: (guard: { dirty: boolean; busy: boolean }) => void;
};

export const DialogContext = createContext<DialogContextValue | null>(null);

export function useDialog(): DialogContextValue | null {
  return use(DialogContext);
}

/** Tells the dialog around it that something typed would be lost (`dirty`) or that it must wait (`busy`). */
export function useDialogGuard(dirty: boolean, busy: boolean) {
  const setGuard = useDialog()?.setGuard;
  useEffect(() => {
    setGuard?.({ dirty, busy });
    return () => setGuard?.({ dirty: false, busy: false });
  }, [setGuard, dirty, busy]);
}
