import { useCallback, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Chart, useFormat, type ChartColors } from "../ui";
import type { Shown } from "./released-table";

interface ShownBarsProps {
  title: string;
  describe: string;
  /** What the bars stand for. */
  categories: string[];
  /** One value a category; null is drawn as hidden. Keep its identity (`useMemo`). */
  series: { name: string; values: Shown[] }[];
  /** The heading of the table's first column. */
  heading: string;
  /** How a value of a series is written beside its bar; a plain number unless given. Keep its identity. */
  write?: (value: number, series: number, category: number) => string;
  max?: number;
}

/** How long the dashed end of a hidden bar is, as a part of the longest. It stands for no value. */
const DASHED_END = 0.05;

/** Lying bars. What is hidden is a dashed end with the sign of the footnote, so that nobody takes it for zero. */
export function ShownBars({ title, describe, categories, series, heading, write, max }: ShownBarsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const symbol = t("indicators.hidden.symbol");
  const word = t("indicators.hidden.word");
  const text = useCallback((value: Shown, s: number, c: number) =>
    (value === null ? `${symbol} ${word}` : write ? write(value, s, c) : format.number(value)), [write, format, symbol, word]);

  const option = useCallback((colors: ChartColors, narrow: boolean) => {
    const longest = max ?? Math.max(1, ...series.flatMap(({ values }) => values.map((value) => value ?? 0)));
    const hidden = { color: "transparent", borderColor: colors.dimmed, borderType: "dashed", borderWidth: 1.5 };
    return {
      color: colors.series,
      grid: { left: 4, right: write ? (narrow ? 92 : 150) : 56, top: 8, bottom: series.length > 1 ? 36 : 8, containLabel: true },
      legend: series.length > 1 ? { bottom: 0, textStyle: { color: colors.text } } : undefined,
      xAxis: { type: "value", max, show: false },
      yAxis: {
        type: "category", data: categories, inverse: true, axisTick: { show: false }, axisLine: { lineStyle: { color: colors.line } },
        axisLabel: { color: colors.text, width: narrow ? 122 : 190, overflow: "break", lineHeight: 15 },
      },
      series: series.map(({ name, values }, s) => ({
        type: "bar", name, barMaxWidth: 22, barGap: "15%",
        data: values.map((value) => (value === null ? { value: longest * DASHED_END, itemStyle: hidden } : value)),
        itemStyle: { borderRadius: [0, 4, 4, 0] },
        label: {
          show: true, position: "right", color: colors.text, fontSize: narrow ? 11 : 12,
          formatter: ({ dataIndex }: { dataIndex: number }) => text(values[dataIndex] ?? null, s, dataIndex),
        },
      })),
    };
  }, [categories, series, text, write, max]);

  const table = useMemo(() => ({
    columns: [heading, ...series.map(({ name }) => name)],
    rows: categories.map((category, c) => [category, ...series.map(({ values }, s) => text(values[c] ?? null, s, c))]),
  }), [heading, categories, series, text]);
  return <Chart title={title} describe={describe} option={option} table={table} height={`${Math.max(9, 3 + categories.length * (series.length > 1 ? 3.4 : 2.6))}rem`} />;
}
