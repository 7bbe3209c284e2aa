import { useTranslations } from "use-intl";

type Fields = Record<string, unknown>;

/** Each field of an entry, before and after. Fields and values are the data's own: codes and ids, as the log holds them. */
export function Changes({ before, after }: { before: unknown; after: unknown }) {
  const t = useTranslations();
  const [was, is] = [fieldsOf(before), fieldsOf(after)];
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])];
  if (names.length === 0) return <p className="text-sm text-muted">{t("audit.noChanges")}</p>;
  return (
    <table className="w-full table-fixed border-collapse text-sm">
      <thead>
        <tr className="text-left text-muted">
          {[t("audit.fields.field"), t("audit.fields.before"), t("audit.fields.after")].map((name) => (
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
            {[was, is].map((fields, index) => (
              <td key={index} className="border-b border-border py-1.5 pr-2 wrap-anywhere whitespace-pre-wrap">
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
  return typeof value === "string" ? value : JSON.stringify(value, null, 1);
}
