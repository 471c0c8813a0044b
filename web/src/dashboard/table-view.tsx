import { Group, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useReleaseWords } from "../i18n/release-words";
import { DataTable, SelectField, type Column } from "../ui";
import { ShownFigure } from "./hidden";
import type { LastShown, Table } from "./queries";
import { figureAt, indexAt, lastAt, livingCategories, outcomeOf, type Place } from "./released-table";

type Dimension = Table["dimensions"][number];
interface Row { key: string; label: string; place: Place }

/** The columns: reached or not; in a table of people alone their sex, or what stands last. One classification alone stands in the rows. */
function columnsOf(table: Table): Dimension | undefined {
  if (table.dimensions.length < 2) return undefined;
  return outcomeOf(table) ?? table.dimensions.find(({ key }) => key === "sex") ?? table.dimensions.at(-1);
}

/** A released table, two classifications at a time; the reader chooses which, and narrows by the others. */
export function TableView({ table, last }: { table: Table; last: LastShown[] }) {
  const { t } = useTranslation();
  const words = useReleaseWords();
  const columns = columnsOf(table);
  const others = table.dimensions.filter((dimension) => dimension !== columns);
  const [rowKey, setRowKey] = useState(() => (others.find(({ key }) => key === "age_band") ?? others[0])?.key);
  const [narrowed, setNarrowed] = useState<Place>({});
  const rowDimension = others.find(({ key }) => key === rowKey);
  const filters = others.filter((dimension) => dimension !== rowDimension);
  const fixed: Place = Object.fromEntries(filters.map(({ key }) => [key, narrowed[key]]));

  const rows: Row[] = rowDimension ? livingCategories(table, rowDimension.key).map((at) => ({
    key: String(at), label: words.category(rowDimension.key, rowDimension.categories[at] ?? ""), place: { [rowDimension.key]: at },
  })) : [];
  const cellsOf = (place: Place) => [
    ...(columns ? livingCategories(table, columns.key).map((at): Place => ({ ...fixed, ...place, [columns.key]: at })) : []),
    { ...fixed, ...place },
  ].map((at) => <ShownFigure key={indexAt(table, at)} value={figureAt(table, at)} last={lastAt(last, table, at)} />);
  const headings = [
    ...(columns ? livingCategories(table, columns.key).map((at) => words.category(columns.key, columns.categories[at] ?? "")) : []),
    t("common.total"),
  ];
  const shown: Column<Row>[] = [
    { key: "row", label: rowDimension ? words.dimension(rowDimension.key) : t("public.returns.indicator"), cell: ({ label }) => label },
    ...headings.map((label, i) => ({ key: String(i), label, numeric: true, cell: ({ place }: Row) => cellsOf(place)[i] })),
  ];
  const total: Row = { key: "total", label: t("common.total"), place: {} };
  return (
    <Stack gap="sm">
      {others.length > 1 && (
        <Group align="flex-end" gap="md" data-no-print>
          <SelectField label={t("public.table.rows")} unchosen={null} value={rowKey ?? null} onChange={(key) => { setRowKey(key ?? undefined); setNarrowed({}); }}
                       choices={others.map(({ key }) => ({ value: key, label: words.dimension(key) }))} />
          {filters.map(({ key, categories }) => (
            <SelectField key={key} label={words.dimension(key)} unchosen={t("common.all")} value={narrowed[key] === undefined ? null : String(narrowed[key])}
                         onChange={(at) => setNarrowed({ ...narrowed, [key]: at === null ? undefined : Number(at) })}
                         choices={livingCategories(table, key).map((at) => ({ value: String(at), label: words.category(key, categories[at] ?? "") }))} />
          ))}
        </Group>
      )}
      <DataTable caption={t("public.table.caption", { name: words.indicator(table.definition.indicator) })} phone="scroll" columns={shown} rows={rows.length > 0 ? rows : [total]}
                 rowKey={({ key }) => key}
                 footer={rows.length > 0 ? [total.label, ...cellsOf({})] : undefined} />
      <Text size="sm" c="dimmed">{t("public.table.population", { population: words.population(table.population) })}</Text>
    </Stack>
  );
}
