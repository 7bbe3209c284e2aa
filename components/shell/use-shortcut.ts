"use client";

import { useEffect, useEffectEvent } from "react";

/** Milliseconds between two keys of one shortcut. */
const PAUSE = 1200;

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    target.closest("input, textarea, select, [contenteditable], [role=dialog]") !== null
  );
}

/** Keys pressed one after the other, as `g` `w`, outside of fields and dialogs. `begun`: the first of them was pressed. */
export function useShortcut(keys: readonly string[], run: () => void, begun?: () => void): void {
  const act = useEffectEvent(run);
  const begin = useEffectEvent(() => begun?.());
  const wanted = keys.join(" ");

  useEffect(() => {
    const sequence = wanted.split(" ");
    let pressed: string[] = [];
    let last = 0;
    function press(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (event.timeStamp - last > PAUSE) pressed = [];
      last = event.timeStamp;
      pressed = [...pressed, event.key].slice(-sequence.length);
      if (event.key === sequence[0]) begin();
      if (pressed.join(" ") !== wanted) return;
      event.preventDefault(); // the last key is not typed into what opens
      pressed = [];
      act();
    }
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [wanted]);
}
