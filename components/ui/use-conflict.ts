"use client";

import { useRef, useState } from "react";
import type { FieldValues, Path, PathValue, UseFormReturn } from "react-hook-form";
import type { Problem } from "#lib/errors.ts";
import { settle, type Choices, type Difference } from "./differences.ts";

/** Who saved last, and when (ISO 8601); null where the reader may not know, or nobody does. */
export type Saved = { by: string | null; at: string | null };

type Options<V extends FieldValues, S, C, O extends FieldValues> = {
  form: UseFormReturn<V, C, O>;
  /** What the form was filled from. */
  opened: S;
  /** Reads it as it is now. A rejection is shown, and can be tried again. */
  read: () => Promise<S>;
  /** Everything in which the form and what counts now differ, in words (differences.ts). */
  compare: (before: S, now: S, typed: V) => Difference<V>[];
  /** The form as it would be filled now; what is no part of the thing itself is taken from what was typed. */
  fill: (now: S, typed: V) => V;
  saved?: (now: S) => Saved;
  /** Reads the version alone, for `check`; without it everything is read. */
  readVersion?: () => Promise<number>;
};

type Phase<V, S> =
  | { at: "closed" }
  | { at: "reading" }
  | { at: "failed"; error: unknown }
  | { at: "choosing"; now: S; differences: readonly Difference<V>[]; saved: Saved };

export type Conflict<V, S = unknown> = {
  phase: Phase<V, S>;
  /** Somebody saved since the form was filled; not looked at yet. */
  behind: boolean;
  /** Both were put together, and nothing was sent since. */
  settled: boolean;
  review: () => void;
  close: () => void;
  goOn: (choices: Choices) => void;
};

const NOBODY: Saved = { by: null, at: null };

/**
 * Never a lost update. The form and the version that it was filled from; when somebody else saved in between, a dialog
 * shows mine, theirs and how it was, field by field, and the form goes on from theirs with what was chosen. Nothing is
 * sent by it: saving stays the user's own click. To use it for a form of something that has a version:
 *
 *   const conflict = useConflict({ form, opened: user, read: () => fetchUser(user.id), fill: valuesOf,
 *     compare: (before, now, typed) =>
 *       fieldDifferences([{ name: "name", label: t("…"), words: (said) => said }], valuesOf(before), valuesOf(now), typed) });
 *   const submit = useSubmit(form, (values) => change({ ...values, version: conflict.base.version }), {
 *     onProblem: conflict.look, onDone });
 *   …
 *   <ConflictNotice conflict={conflict} />   over the fields
 *   <ConflictDialog conflict={conflict} />   beside the form, or inside of it
 *
 * `check()` looks quietly whether somebody saved: call it when a live hint of the topic is heard, and the notice offers
 * "Review" before anything is sent.
 */
export function useConflict<V extends FieldValues, S extends { version: number }, C, O extends FieldValues>({
  form,
  opened,
  read,
  compare,
  fill,
  saved,
  readVersion = () => read().then(({ version }) => version),
}: Options<V, S, C, O>) {
  const [base, setBase] = useState(opened);
  const [phase, setPhase] = useState<Phase<V, S>>({ at: "closed" });
  const [behind, setBehind] = useState(false);
  const [settled, setSettled] = useState(false);
  /** Two answers may come in another order than they were asked for: the last question counts. */
  const asked = useRef(0);

  async function reviewNow() {
    const mine = ++asked.current;
    setPhase({ at: "reading" });
    try {
      const now = await read();
      if (mine !== asked.current) return;
      const differences = compare(base, now, form.getValues());
      setPhase({ at: "choosing", now, differences, saved: saved?.(now) ?? NOBODY });
    } catch (error) {
      if (mine === asked.current) setPhase({ at: "failed", error });
    }
  }

  /** Give it to useSubmit as `onProblem`. */
  function look(problem: Problem): boolean {
    setSettled(false);
    if (problem.code !== "stale") return false;
    setBehind(true);
    void reviewNow();
    return true;
  }

  async function check() {
    if (form.formState.isSubmitting) return; // one's own change is on its way, and would be taken for another's
    const version = await readVersion().catch(() => null); // said when it matters: on saving
    if (version !== null && version !== base.version && !form.formState.isSubmitting) setBehind(true);
  }

  /** From now on this is what the form was filled from: what it saved itself, or what shows while nobody types. */
  function rebase(now: S) {
    setBase(now);
    setBehind(false);
    setSettled(false);
  }

  function goOn(choices: Choices) {
    if (phase.at !== "choosing") return;
    const typed = form.getValues();
    const theirs = fill(phase.now, typed);
    const values = settle(theirs, phase.differences, choices);
    form.reset(theirs, { keepTouched: true, keepSubmitCount: true });
    for (const name of Object.keys(values) as Path<V>[]) {
      const value = values[name] as PathValue<V, Path<V>>;
      if (value !== theirs[name]) form.setValue(name, value, { shouldDirty: true, shouldValidate: true });
    }
    setBase(phase.now);
    setBehind(false);
    setSettled(true);
    setPhase({ at: "closed" });
  }

  function close() {
    asked.current++;
    setPhase({ at: "closed" });
  }

  return { base, rebase, look, check, phase, behind, settled, review: () => void reviewNow(), close, goOn };
}
