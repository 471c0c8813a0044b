import { useTranslation } from "react-i18next";
import { SelectField, useFormat, useSearchState } from "../ui";

const ALL = "all";

/**
 * One table at a time, or all below each other: a year has some thirty. The address keeps which.
 *
 * named   a table's name, and how many of its figures are hidden
 */
export function useOpenTables<Table extends { key: string }>(tables: readonly Table[], named: (table: Table) => { name: string; hidden: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [search, setSearch] = useSearchState({ table: "" });
  const open = search.table === ALL ? tables : tables.filter(({ key }) => key === search.table);
  const chosen = open.length > 0 ? open : tables.slice(0, 1);
  const choices = tables.map((table) => {
    const { name, hidden } = named(table);
    return { value: table.key, label: t("pictures.tables.hides", { table: name, hidden: format.number(hidden) }) };
  });
  const select = tables.length > 1 && (
    <SelectField label={t("pictures.tables.choose")} unchosen={null} value={search.table === ALL ? ALL : chosen[0]?.key ?? ALL}
                 choices={[...choices, { value: ALL, label: t("pictures.tables.all") }]} onChange={(value) => { setSearch({ table: value ?? "" }); }} />);
  return { chosen, select };
}
