import type { ReactNode } from "react";
import { ConsoleFrame } from "#app/(console)/console-frame.tsx";
import { currentCaller } from "#lib/auth/current.ts";

/** Inside the frame for whoever is signed in, so that one can go on from there; strangers are told without a detour. */
export default async function MissingLayout({ children }: { children: ReactNode }) {
  return (await currentCaller()) ? <ConsoleFrame>{children}</ConsoleFrame> : <main>{children}</main>;
}
