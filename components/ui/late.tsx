"use client";

import { type ComponentType, createElement, useEffect, useEffectEvent, useSyncExternalStore } from "react";
import { orAnew } from "./or-anew.ts";

/** A piece of the page that is fetched when somebody comes near what opens it: most pages are read without. */
export type Late<P> = {
  /** Nobody has asked for it yet: when it cannot be fetched, nothing happens. */
  ahead: () => void;
  load: () => Promise<void>;
  get: () => ComponentType<P> | null;
  subscribe: (changed: () => void) => () => void;
};

/** `const Window = late(() => import("./window.tsx").then((file) => file.Window));` */
export function late<P>(fetchPiece: () => Promise<ComponentType<P>>): Late<P> {
  const waiting = new Set<() => void>();
  let piece: ComponentType<P> | null = null;

  async function keep(coming: Promise<ComponentType<P>>) {
    piece = await coming;
    for (const changed of waiting) changed();
  }
  return {
    ahead: () => void (piece ?? keep(fetchPiece()).catch(() => undefined)),
    load: () => keep(orAnew(fetchPiece)),
    get: () => piece,
    subscribe(changed) {
      waiting.add(changed);
      return () => waiting.delete(changed);
    },
  };
}

type Props<P> = {
  piece: Late<P>;
  given: P;
  /** Somebody waits for it. */
  wanted: boolean;
  /** It cannot be fetched now. */
  onFail: () => void;
};

/** Shows the piece as soon as it is there. A page that cannot reach its server stays as it is. */
export function LatePiece<P extends object>({ piece, given, wanted, onFail }: Props<P>) {
  const Piece = useSyncExternalStore(piece.subscribe, piece.get, piece.get);
  const fail = useEffectEvent(onFail);
  const missing = wanted && Piece === null;
  useEffect(() => {
    if (missing) piece.load().catch(() => fail());
  }, [missing, piece]);
  return Piece && createElement(Piece, given);
}
