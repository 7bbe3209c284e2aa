import { useTranslations } from "use-intl";

type Fields = Record<string, unknown>;

/** Each field of an entry, before and after. Fields and values are the data's own: codes and ids, as the log holds them. */
export function Changes({ before, after }: { before: unknown; after: unknown }) {
  const t = useTranslations();
  const [was, is] = [fieldsOf(before), fieldsOf(after)];
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])];
  // What was made had nothing before it, and what was removed has nothing after: no column of dashes for that.
  const sides = [
    { title: t("audit.fields.before"), fields: was },
    { title: t("audit.fields.after"), fields: is },
  ].filter(({ fields }) => Object.keys(fields).length > 0);
  if (names.length === 0) return <p className="text-sm text-muted">{t("audit.noChanges")}</p>;
  return (
    <table className="w-full table-fixed border-collapse text-sm [&_th:first-child]:w-42 max-md:[&_th:first-child]:w-2/5">
      <thead>
        <tr className="text-left text-muted">
          {[t("audit.fields.field"), ...sides.map(({ title }) => title)].map((name) => (
            <th key={name} scope="col" className="border-b border-border py-1.5 pr-2 font-medium">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {names.map((name) => (
          <tr key={name} className="align-top">
            <th
              scope="row"
              className="border-b border-border py-1.5 pr-2 text-left font-normal text-muted wrap-anywhere"
            >
              <code className="text-xs">{name}</code>
            </th>
            {sides.map(({ title, fields }) => (
              <td key={title} className="border-b border-border py-1.5 pr-2 wrap-anywhere whitespace-pre-wrap">
                {name in fields ? shown(fields[name]) : <span className="text-faint">{t("audit.nothing")}</span>}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** `{ owner: { name: "Mei" } }` → `owner.name`: a field a row, however deep it lies. */
function fieldsOf(value: unknown, within = ""): Fields {
  if (typeof value !== "object" || value === null) return {};
  const fields: Fields = {};
  for (const [name, each] of Object.entries(value)) {
    const nested = Array.isArray(each) ? {} : fieldsOf(each, `${within}${name}.`);
    if (Object.keys(nested).length > 0) Object.assign(fields, nested);
    else fields[within + name] = each;
  }
  return fields;
}

function shown(value: unknown): string {
  if (Array.isArray(value) && value.length > 0 && value.every((each) => typeof each === "string"))
    return value.join("\n");
  return typeof value === "string" ? value : JSON.stringify(value, null, 1);
}
