"use client";

import type { FormEvent } from "react";
import { useRef } from "react";
import type { FieldPath, FieldValues, UseFormReturn } from "react-hook-form";
import type { ActionResult, Message, Problem } from "#lib/errors.ts";
import { message } from "#lib/message.ts";
import { noAnswer } from "./no-answer.ts";
import { useReauthenticate } from "./reauthenticate.ts";

type Options<R> = {
  onDone: (value: R) => void | Promise<void>;
  /** Looks at a refusal first; true means that it has been shown. */
  onProblem?: (problem: Problem) => boolean;
};

/**
 * The submit handler of a form whose values go to a server action. What is refused appears at its field, or over the
 * form (FormError); whatever happens, what was typed stays. A session that ended in the meantime is renewed in place.
 */
export function useSubmit<V extends FieldValues, C, O extends FieldValues, R>(
  form: UseFormReturn<V, C, O>,
  action: (values: O) => Promise<ActionResult<R>>,
  { onDone, onProblem }: Options<R>,
): (event?: FormEvent) => Promise<void> {
  const reauthenticate = useReauthenticate();
  const sending = useRef(false);

  function show(problem: Problem) {
    if (onProblem?.(problem)) return;
    const known: [FieldPath<V>, Message][] = [];
    for (const [path, said] of Object.entries(problem.fields ?? {})) {
      const name = fieldFor<V>(path);
      if (name) known.push([name, said]);
    }
    known.sort(([a], [b]) => inOrder(a, b));
    known.forEach(([name, { key, params }], index) => {
      form.setError(name, { type: problem.code, message: message(key, params) }, { shouldFocus: index === 0 });
    });
    if (known.length > 0) return;
    const params = problem.code === "internal" ? { ...problem.params, requestId: problem.requestId } : problem.params;
    form.setError("root", { type: problem.code, message: message(problem.key, params) });
  }

  async function send(values: O, mayAsk: boolean): Promise<void> {
    let result: ActionResult<R>;
    try {
      result = await action(values);
    } catch (error) {
      form.setError("root", { type: "no_answer", message: noAnswer(error) });
      return;
    }
    if (result.ok) return onDone(result.value);
    if (result.error.code === "unauthenticated" && mayAsk && reauthenticate && (await reauthenticate())) {
      return send(values, false);
    }
    show(result.error);
  }

  /** Once at a time: what is on its way is not sent again, by whatever a form is sent. */
  const once = form.handleSubmit((values) => send(values, true));
  return async (event) => {
    event?.preventDefault();
    if (sending.current) return;
    sending.current = true;
    await once(event).finally(() => (sending.current = false));
  };
}

function inputFor(name: string): Element | null {
  return document.querySelector(`form [name="${CSS.escape(name)}"]`);
}

/** The field of the form that a path of the input concerns: `members.3.id` belongs to `members`, if only that one is shown. */
function fieldFor<V extends FieldValues>(path: string): FieldPath<V> | undefined {
  const parts = path.split(".");
  for (let length = parts.length; length > 0; length--) {
    const name = parts.slice(0, length).join(".");
    if (inputFor(name)) return name as FieldPath<V>;
  }
  return undefined;
}

function inOrder(a: string, b: string): number {
  const [first, second] = [inputFor(a), inputFor(b)];
  if (!first || !second) return 0;
  return first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}
