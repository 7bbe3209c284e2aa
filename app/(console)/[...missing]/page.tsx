import { notFound } from "next/navigation";

/** Every address that is no page: said inside the frame, so that one can go on from there. */
export default function Missing(): never {
  notFound();
}
