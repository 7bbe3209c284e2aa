"use client";

import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { useCallback, useRef, useState } from "react";
import { orAnew } from "#components/ui/or-anew.ts";
import { ReauthenticateContext } from "#components/ui/reauthenticate.ts";

const SignInAgainDialog = dynamic(
  () => orAnew(() => import("./sign-in-again-dialog.tsx")).then((file) => file.SignInAgainDialog),
  { ssr: false },
);

/**
 * Lets any form inside renew a session that ended under it, so that nothing typed is lost. Only the same person can go
 * on: sending what one typed in the name of another would be a surprise.
 */
export function SignInAgain({ email, children }: { email: string; children: ReactNode }) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const answer = useRef<(signedIn: boolean) => void>(undefined);

  const ask = useCallback(() => {
    answer.current?.(false);
    setOpen(true);
    return new Promise<boolean>((resolve) => {
      answer.current = resolve;
    });
  }, []);

  function finish(signedIn: boolean) {
    setOpen(false);
    answer.current?.(signedIn);
    answer.current = undefined;
    if (signedIn) router.refresh();
  }

  return (
    <ReauthenticateContext value={ask}>
      {children}
      {open ? <SignInAgainDialog email={email} onDone={finish} /> : null}
    </ReauthenticateContext>
  );
}
