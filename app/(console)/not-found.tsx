import { NotFoundState } from "#components/shell/not-found-state.tsx";

/** Inside the frame, which has the page's main part already. */
export default function NotFoundInConsole() {
  return <NotFoundState />;
}
