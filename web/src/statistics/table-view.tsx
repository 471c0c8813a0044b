import { SimpleGrid } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { DataTable, SelectField, type Column } from "../ui";
import { FigureCell } from "./figure-cell";
import { useLabels } from "./labels";
import { cellAt, isOutcome, layoutOf, placeOf, shownChoices, totalOf, type Choice, type Dimension, type ReturnTable } from "./table";

/** Who was reached is the first question of a table that has an outcome. */
const firstChoice = (dimension: Dimension) => (isOutcome(dimension) ? 0 : totalOf(dimension));

/** One table of a return: lines and columns to look at, and a choice for what has no room beside them. */
export function TableView({ table, floor }: { table: ReturnTable; floor: number }) {
  const { t } = useTranslation();
  const labels = useLabels();
  const layout = layoutOf(table);
  const [rowsKey, setRowsKey] = useState<string | null>(null);
  const [chosen, setChosen] = useState<Choice>({});
  const rows = layout.rows.find(({ key }) => key === rowsKey) ?? layout.rows[0];
  const filters = layout.filters(rows);
  const looked: Choice = Object.fromEntries(filters.map((dimension) => [dimension.key, chosen[dimension.key] ?? firstChoice(dimension)]));

  const figure = (row: number | null, column: number | null) => {
    const choice = {
      ...looked, ...(rows && row !== null ? { [rows.key]: row } : {}), ...(layout.columns && column !== null ? { [layout.columns.key]: column } : {}),
    };
    return <FigureCell floor={floor} cell={cellAt(table, choice)} table={table.key} place={placeOf(table, choice)} />;
  };
  const lines = rows ? shownChoices(table, rows) : [null];
  const nameOf = (row: number | null) => (rows && row !== null ? labels.choice(rows, row) : t("common.total"));
  const columns: Column<number | null>[] = [
    { key: "name", label: rows ? labels.classification(rows.key) : t("common.all"), cell: nameOf },
    ...(layout.columns
      ? shownChoices(table, layout.columns).map((column) => ({
        key: String(column), label: labels.choice(layout.columns as Dimension, column), cell: (row: number | null) => figure(row, column), numeric: true,
      }))
      : [{ key: "all", label: t("statistics.table.figure"), cell: (row: number | null) => figure(row, null), numeric: true }]),
  ];
  const last = lines[lines.length - 1] ?? null;
  const caption = t("statistics.table.caption", {
    indicator: labels.indicator(table.indicator), list: table.dimensions.map(({ key }) => labels.classification(key)).join(", "),
  });
  const choices = layout.rows.length > 1 || filters.length > 0;
  return (
    <>
      {choices && (
        <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }}>
          {layout.rows.length > 1 && (
            <SelectField label={t("statistics.table.rows")} unchosen={null} value={rows?.key} onChange={setRowsKey}
                         choices={layout.rows.map(({ key }) => ({ value: key, label: labels.classification(key) }))} />)}
          {filters.map((dimension) => (
            <SelectField key={dimension.key} label={labels.classification(dimension.key)} unchosen={null} value={String(looked[dimension.key])}
                         onChange={(value) => setChosen({ ...chosen, [dimension.key]: Number(value) })}
                         choices={shownChoices(table, dimension).map((choice) => ({ value: String(choice), label: labels.choice(dimension, choice) }))} />))}
        </SimpleGrid>)}
      <DataTable caption={caption} phone="scroll" columns={columns} rows={lines.slice(0, -1)} rowKey={String}
                 footer={columns.map(({ cell }) => cell(last))} />
    </>
  );
}
