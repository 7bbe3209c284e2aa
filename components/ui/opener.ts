/** Where the focus goes when a dialog is done: what opened it, or the button of the menu that an item opened it from. */
export function opener(): HTMLElement | null {
  const active = document.activeElement;
  const menu = active?.closest("[role=menu]")?.getAttribute("aria-labelledby");
  const from = menu ? document.getElementById(menu) : active;
  return from instanceof HTMLElement ? from : null;
}

/** Gives the focus back; to the page itself where what had it is not there any more. */
export function giveBack(to: HTMLElement | null): void {
  (to?.isConnected ? to : document.getElementById("content"))?.focus();
}
