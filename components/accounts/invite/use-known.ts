"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useSettled } from "#components/ui/picker-options.ts";
import { fetchKnown } from "../api.ts";

/** Milliseconds without a key before the server is asked. */
const WAIT = 400;

/** Which of the addresses are users already, as far as it is known by now. They are asked for once each. */
export function useKnown(emails: readonly string[]): ReadonlySet<string> {
  const [answered, setAnswered] = useState<{ asked: ReadonlySet<string>; known: ReadonlySet<string> }>({
    asked: new Set(),
    known: new Set(),
  });
  const open = emails.filter((email) => !answered.asked.has(email));
  const wanted = useSettled(open.join(" "), WAIT);
  const { data } = useQuery({
    queryKey: ["accounts", "known", wanted],
    queryFn: ({ signal }) => fetchKnown(wanted.split(" "), signal),
    enabled: wanted !== "",
    gcTime: 0,
    retry: false, // nothing depends on it: what is somebody's already is told again on sending
  });
  if (data && wanted !== "" && !wanted.split(" ").every((email) => answered.asked.has(email))) {
    setAnswered({
      asked: new Set([...answered.asked, ...wanted.split(" ")]),
      known: new Set([...answered.known, ...data]),
    });
  }
  return answered.known;
}
