import { modalOpen } from "./modal.ts";

/** What lies over the watched element and belongs to it, so that the way there does not count as leaving. */
export const BELONGING = "data-attention";

export type Attention = {
  /** The element to watch; null when it goes away. */
  watch(element: HTMLElement | null): void;
  /** Somebody is at work: the pointer moved there, the keyboard's focus or an open menu is there, or a dialog is open. */
  busy(): boolean;
  /** Calls `changed` whenever `busy` may say something else. Returns what ends that. */
  subscribe(changed: () => void): () => void;
};

function belongs(element: HTMLElement, target: EventTarget | null): boolean {
  return target instanceof Element && (element.contains(target) || target.closest(`[${BELONGING}]`) !== null);
}

/**
 * Knows whether an element may change its order now. A pointer counts once it has moved there: one that only happens to
 * lie where a dialog was closed wants nothing. A finger has no place between two touches, and never counts.
 */
export function attention(): Attention {
  let element: HTMLElement | null = null;
  let pointed = false;

  return {
    watch(watched) {
      element = watched;
    },
    busy() {
      if (!element) return false;
      if (pointed || modalOpen() || element.querySelector(":focus-visible, [aria-expanded=true]")) return true;
      return Boolean(document.activeElement?.closest(`[${BELONGING}]`));
    },
    subscribe(changed) {
      function point({ target, pointerType }: PointerEvent) {
        const now =
          pointerType !== "touch" &&
          element !== null &&
          (pointed ? belongs(element, target) : target instanceof Node && element.contains(target));
        if (now === pointed) return;
        pointed = now;
        changed();
      }
      function leave() {
        pointed = false;
        changed();
      }
      const soon = () => setTimeout(changed); // the focus, and what a key closed, come after their event
      const stop = new AbortController();
      const options = { signal: stop.signal, passive: true };
      document.addEventListener("pointermove", point, options);
      document.addEventListener("pointerdown", point, options);
      document.documentElement.addEventListener("pointerleave", leave, options);
      for (const type of ["focusin", "focusout", "keyup", "pointerup"]) document.addEventListener(type, soon, options);
      const portals = new MutationObserver(changed); // dialogs come and go at the end of the page
      portals.observe(document.body, { childList: true });
      return () => {
        stop.abort();
        portals.disconnect();
      };
    },
  };
}
