"use client";

import type { KeyboardEvent } from "react";
import { useEffect, useRef } from "react";

/**
 * Enter that comes before the server's answer waits for it, instead of taking what happens to stand first until then.
 * `chosen` is the value of the item that it takes. True when it waits: the key is dealt with. Typing on takes it back.
 */
export function useEarlyEnter(answerIsComing: boolean, chosen: string): (event: KeyboardEvent<HTMLElement>) => boolean {
  const list = useRef<HTMLElement | null>(null);

  useEffect(() => {
    if (answerIsComing || !list.current) return;
    // By its value: which one is marked as selected follows a moment later.
    const item = list.current.querySelector<HTMLElement>(`[cmdk-item][data-value="${CSS.escape(chosen)}"]`);
    list.current = null;
    item?.click();
  });

  return function press(event) {
    list.current = null;
    if (event.key !== "Enter" || event.nativeEvent.isComposing || !answerIsComing) return false;
    event.preventDefault();
    list.current = event.currentTarget;
    return true;
  };
}
