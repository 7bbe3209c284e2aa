import { NotFoundState } from "#components/shell/not-found-state.tsx";

/** The frame around it has the page's main part already. */
export default function NotFoundAnywhere() {
  return <NotFoundState />;
}
