"use client";

import { useEffect, useState } from "react";
import { late, LatePiece } from "./late.tsx";
import { noticesWait, onNotice } from "./toast.ts";

const notices = late<object>(() => import("./notices.tsx").then((file) => file.Notices));
const NOTHING = {};

/**
 * The place for notices. It is there from the first press or key on: who listens to a page only hears what comes into a
 * place that was there before.
 */
export function Toaster() {
  const [near, setNear] = useState(false);
  const [wanted, setWanted] = useState(noticesWait);
  useEffect(() => {
    const stop = new AbortController();
    const begin = () => {
      stop.abort();
      setNear(true);
      notices.ahead();
    };
    for (const type of ["pointerdown", "keydown"])
      document.addEventListener(type, begin, { signal: stop.signal, passive: true, capture: true });
    const end = onNotice(() => setWanted(true));
    return () => {
      stop.abort();
      end();
    };
  }, []);
  return near || wanted ? (
    <LatePiece piece={notices} given={NOTHING} wanted={wanted} onFail={() => setWanted(false)} />
  ) : null;
}
