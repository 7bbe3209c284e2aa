import { createContext, use } from "react";

/** Asks for the password again without leaving the page; true once the same person is signed in. */
export type Reauthenticate = () => Promise<boolean>;

export const ReauthenticateContext = createContext<Reauthenticate | null>(null);

export function useReauthenticate(): Reauthenticate | null {
  return use(ReauthenticateContext);
}
