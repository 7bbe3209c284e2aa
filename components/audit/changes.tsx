"use client";

import { useTranslations } from "use-intl";
import type { MessageKey } from "#lib/i18n/translator.ts";
import { cx } from "#components/ui/cx.ts";
import { fieldsOf, isTexts, listChanges, type Field } from "./fields.ts";
import { useValueText } from "./use-value-text.ts";

type Props = { before: unknown; after: unknown; names: Readonly<Record<string, string>> };

/** What an entry says of before and after: first what is different, then, folded, what stayed. */
export function Changes({ before, after, names }: Props) {
  const t = useTranslations();
  const fields = fieldsOf(before, after);
  const [changed, same] = [fields.filter(({ kind }) => kind !== "same"), fields.filter(({ kind }) => kind === "same")];
  if (fields.length === 0) return <p className="text-sm text-muted">{t("audit.noChanges")}</p>;
  const list = (of: readonly Field[]) => (
    <dl className="grid grid-cols-[minmax(0,1fr)] gap-3 text-sm">
      {of.map((field) => (
        <div key={field.path.join(".")} data-field={field.path.join(".")}>
          <dt className="text-muted">
            <FieldName path={field.path} />
          </dt>
          <dd className="mt-0.5 grid grid-cols-[minmax(0,1fr)] gap-0.5">
            <Sides field={field} names={names} />
          </dd>
        </div>
      ))}
    </dl>
  );
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      {changed.length > 0 ? list(changed) : null}
      {same.length > 0 ? (
        <details open={changed.length === 0}>
          <summary className="min-h-6 cursor-pointer rounded-sm text-sm font-medium">
            {t("audit.changes.same", { count: same.length })}
          </summary>
          <div className="mt-2">{list(same)}</div>
        </details>
      ) : null}
    </div>
  );
}

/** In words where there are some; else as the log calls it. */
function FieldName({ path }: { path: readonly string[] }) {
  const t = useTranslations();
  const words = path.map((name) => {
    const keys = [`audit.field.${name}`, `roles.modules.${name}`] as MessageKey[];
    const key = keys.find((each) => t.has(each));
    return key ? t(key) : null;
  });
  return words.every(Boolean) ? words.join(" · ") : <code className="text-xs">{path.join(".")}</code>;
}

function Sides({ field, names }: { field: Field; names: Props["names"] }) {
  const t = useTranslations();
  const { kind } = field;
  const [before, after] = [levelText(field.before), levelText(field.after)];
  if (kind === "same") return <Line mark=" " value={before} names={names} />;
  if (kind === "added") return <Line mark="+" word={t("audit.changes.after")} value={after} names={names} />;
  if (kind === "removed") return <Line mark="−" word={t("audit.changes.before")} value={before} names={names} />;
  const list = listChanges(before, after);
  if (list && list.gone.length + list.came.length > 0) {
    return (
      <>
        {list.gone.length > 0 ? <Line mark="−" word={t("audit.changes.gone")} value={list.gone} names={names} /> : null}
        {list.came.length > 0 ? <Line mark="+" word={t("audit.changes.came")} value={list.came} names={names} /> : null}
      </>
    );
  }
  return (
    <>
      <Line mark="−" word={t("audit.changes.before")} value={before} names={names} />
      <Line mark="+" word={t("audit.changes.after")} value={after} names={names} />
    </>
  );

  /** What a role gives in a module is a level, which has a name. */
  function levelText(value: unknown): unknown {
    const key = `roles.levels.${String(value)}` as MessageKey;
    return field.path[0] === "levels" && t.has(key) ? t(key) : value;
  }
}

const MOST_SHOWN = 100;

type LineProps = { mark: "+" | "−" | " "; word?: string; value: unknown; names: Props["names"] };

/** One side of a difference: a mark, a word for those who do not see it, and the value. */
function Line({ mark, word, value, names }: LineProps) {
  const t = useTranslations();
  const say = useValueText(names);
  const items = isTexts(value) && value.length > 0 ? value : null;
  return (
    <div
      className={cx(
        "flex gap-2 rounded-md px-2 py-1",
        mark === "+" && "bg-ok-soft",
        mark === "−" && "bg-danger-soft",
        mark === " " && "bg-sunken",
      )}
    >
      <span aria-hidden className={cx("font-mono", mark === "+" && "text-ok", mark === "−" && "text-danger")}>
        {mark}
      </span>
      {word ? <span className="sr-only">{word}</span> : null}
      {items ? (
        <ul className="min-w-0 flex-1">
          {items.slice(0, MOST_SHOWN).map((each) => (
            <li key={each} className="wrap-anywhere">
              {say(each)}
            </li>
          ))}
          {items.length > MOST_SHOWN ? (
            <li className="text-muted">{t("audit.changes.more", { count: items.length - MOST_SHOWN })}</li>
          ) : null}
        </ul>
      ) : (
        <span className="min-w-0 flex-1 wrap-anywhere whitespace-pre-wrap">{say(value)}</span>
      )}
    </div>
  );
}
