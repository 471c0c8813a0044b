import { Box, Stack, Text } from "@mantine/core";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/node";
import { Bars, DataTable, Section, useFormat, type Column } from "../ui";
import { FileButtons } from "./file-buttons";
import { useReportWords } from "./words";

type Report = Schemas["Report"];

/** A figure, or the sign that it is hidden. */
function Cell({ value }: { value: number | null | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (typeof value === "number") return <>{format.number(value)}</>;
  const hidden = t("reportbuilder.table.hidden");
  return <span role="img" aria-label={hidden} title={hidden}>{t("indicators.hidden.symbol")}</span>;
}

/** The table of a report, what is counted in it, and its totals as bars. */
export function ReportTable({ report }: { report: Report }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useReportWords();
  const { spec, rows, columns, cells } = report;
  const width = columns ? columns.categories.length + 1 : 1;
  const total = t("reportbuilder.table.total");
  const question = words.question(spec);
  const heads: Column<number>[] = [
    { key: "name", label: words.dimension(rows.key), cell: (row) => (
      <Box miw="6rem">{row < rows.categories.length ? words.category(rows.key, rows.categories[row] ?? "") : total}</Box>) },
    // The total first, so that it is seen where a wide table goes out to the side.
    ...Array.from({ length: width }, (_, place) => (place + width - 1) % width).map((column) => ({
      key: String(column), numeric: true, cell: (row: number) => <Cell value={cells[row * width + column]} />,
      label: columns ? (column < columns.categories.length ? words.category(columns.key, columns.categories[column] ?? "") : total) : t("reportbuilder.table.count"),
    })),
  ];
  const drawn = useMemo(() => ({
    categories: rows.categories.map((category, row) =>
      words.category(rows.key, category) + (typeof cells[row * width + width - 1] === "number" ? "" : ` ${t("indicators.hidden.symbol")}`)),
    series: [{ name: words.unit(spec.unit), values: rows.categories.map((_, row) => cells[row * width + width - 1] ?? null) }],
  }), [cells, rows, spec.unit, width, words, t]);
  return (
    <Section title={question}>
      <Stack>
        <Text>{words.definition(spec.unit)}</Text>
        <DataTable caption={`${t("reportbuilder.table.title")}. ${question}`} phone="scroll" columns={heads} rows={rows.categories.map((_, index) => index)}
                   rowKey={String} footer={heads.map(({ cell }) => cell(rows.categories.length))} />
        {report.hidden > 0 && <Text size="sm">{t("reportbuilder.table.hidden_note", { hidden: report.hidden, cells: cells.length, floor: report.floor })}</Text>}
        <Text size="sm">{t("reportbuilder.table.about", { at: format.instant(report.taken_at) })}</Text>
        <FileButtons source={{ spec }} name={question} />
        <Text size="sm" c="dimmed" style={{ overflowWrap: "anywhere" }}>{t("reportbuilder.table.checksum", { rows: report.row_count, sum: report.checksum })}</Text>
        <Bars title={t("reportbuilder.chart.title", { unit: words.unit(spec.unit), dimension: words.dimension(rows.key) })} describe={t("reportbuilder.chart.describe")}
              heading={words.dimension(rows.key)} categories={drawn.categories} series={drawn.series} />
      </Stack>
    </Section>
  );
}
