import { Stack, Text, VisuallyHidden } from "@mantine/core";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/node";
import { Bars, DataTable, Section, useFormat, type Column } from "../ui";
import { useReportWords } from "./words";

type Report = Schemas["Report"];

/** A figure, or the sign that it is hidden. */
function Cell({ value }: { value: number | null | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (typeof value === "number") return <>{format.number(value)}</>;
  return <><span aria-hidden="true">{t("indicators.hidden.symbol")}</span><VisuallyHidden>{t("reportbuilder.table.hidden")}</VisuallyHidden></>;
}

/** The table of a report, what is counted in it, and its totals as bars. */
export function ReportTable({ report }: { report: Report }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useReportWords();
  const { spec, rows, columns, cells } = report;
  const width = columns ? columns.categories.length + 1 : 1;
  const total = t("reportbuilder.table.total");
  const lines = rows.categories.map((_, index) => index);
  const heads: Column<number>[] = [
    { key: "name", label: words.dimension(rows.key), cell: (row) => (row < rows.categories.length ? words.category(rows.key, rows.categories[row] ?? "") : total) },
    ...Array.from({ length: width }, (_, column) => ({
      key: String(column), numeric: true, cell: (row: number) => <Cell value={cells[row * width + column]} />,
      label: columns ? (column < columns.categories.length ? words.category(columns.key, columns.categories[column] ?? "") : total) : t("reportbuilder.table.count"),
    })),
  ];
  const drawn = useMemo(() => {
    const shown = rows.categories.flatMap((category, row) => {
      const value = cells[row * width + width - 1];
      return typeof value === "number" ? [{ category, value }] : [];
    });
    return { categories: shown.map(({ category }) => words.category(rows.key, category)), series: [{ name: words.unit(spec.unit), values: shown.map(({ value }) => value) }] };
  }, [cells, rows, spec.unit, width, words]);
  const list = [rows.key, ...(columns ? [columns.key] : [])].map(words.dimension)
    .concat(spec.filters.map(({ dimension, category }) => `${words.dimension(dimension)}: ${words.category(dimension, category)}`)).join(", ");
  return (
    <Section title={t("reportbuilder.table.title")}>
      <Stack>
        <DataTable caption={t("reportbuilder.table.caption", { unit: words.unit(spec.unit), list })} showCaption phone="scroll" columns={heads} rows={lines}
                   rowKey={String} footer={heads.map(({ cell }) => cell(rows.categories.length))} />
        <Text size="sm">{t("reportbuilder.table.about", { at: format.instant(report.taken_at), hidden: report.hidden, cells: cells.length, floor: report.floor })}
          {" "}{t("reportbuilder.table.frozen")}</Text>
        <Text size="sm" c="dimmed" style={{ overflowWrap: "anywhere" }}>{t("reportbuilder.table.checksum", { rows: report.row_count, sum: report.checksum })}</Text>
        <details>
          <summary>{t("reportbuilder.definition_title")}</summary>
          <Text>{words.definition(spec.unit)}</Text>
        </details>
        {drawn.categories.length > 0 && (
          <Bars title={t("reportbuilder.chart.title")} describe={t("reportbuilder.chart.describe")} heading={words.dimension(rows.key)}
                categories={drawn.categories} series={drawn.series} />)}
      </Stack>
    </Section>
  );
}
