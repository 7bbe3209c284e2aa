import type { toast as Toast } from "sonner";

// Notices in the corner of the window. What draws them is fetched when somebody begins to do something, for most pages are
// only read; a notice that comes before that waits for it.

type Kind = "success" | "error" | "info" | "warning";
type Arguments = Parameters<typeof Toast.success>;

let drawn: typeof Toast | undefined;
const waiting: ((drawn: typeof Toast) => void)[] = [];
const wanting = new Set<() => void>();

function say(kind: Kind) {
  return (...notice: Arguments): void => {
    if (drawn) return void drawn[kind](...notice);
    waiting.push((toast) => void toast[kind](...notice));
    for (const changed of wanting) changed();
  };
}

/** `toast.success(title, { description })` */
export const toast: Record<Kind, (...notice: Arguments) => void> = {
  success: say("success"),
  error: say("error"),
  info: say("info"),
  warning: say("warning"),
};

export function noticesWait(): boolean {
  return waiting.length > 0;
}

/** Calls `changed` when the first notice waits. Returns what ends that. */
export function onNotice(changed: () => void): () => void {
  wanting.add(changed);
  return () => wanting.delete(changed);
}

/** Says what has waited; from now on notices go straight to where they are drawn. */
export function drawNotices(toast: typeof Toast): void {
  drawn = toast;
  for (const notice of waiting.splice(0)) notice(toast);
}
