import { notFound } from "next/navigation";
import { env } from "#lib/env.ts";

/** The frame with nothing in it: what `npm run bench` compares other pages with. There is no such page otherwise. */
export default function BenchPage() {
  if (!env().bench) notFound();
  return null;
}
