/** On everything that covers the page until it is done with: dialogs and drawers. */
export const MODAL = { "data-modal": "" };

export function modalOpen(): boolean {
  return document.querySelector("[data-modal]") !== null;
}

/** `busy`: what was typed there is being sent. */
export function modalState(): "none" | "open" | "busy" {
  if (!modalOpen()) return "none";
  return document.querySelector("[data-modal] [aria-busy=true]") ? "busy" : "open";
}

/** Calls `changed` whenever a dialog opens, closes, begins to send or has sent. Returns what ends that. */
export function watchModals(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ["aria-busy"] });
  return () => observer.disconnect();
}
