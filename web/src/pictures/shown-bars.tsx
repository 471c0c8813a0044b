import { useCallback, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Chart, type ChartColors } from "../ui";
import { hiddenLook, longestOf, lengthOfHidden, type PictureProps, type ShownSeries } from "./shown";
import { useShownText } from "./use-shown-text";

interface ShownBarsProps extends PictureProps {
  /** What the bars stand for. */
  categories: string[];
  /** Keep its identity (`useMemo`). */
  series: ShownSeries[];
  /** The heading of the table's first column. */
  heading: string;
  /** How a value of a series is written beside its bar; a plain number unless given. Keep its identity. */
  write?: (value: number, series: number, category: number) => string;
  max?: number;
}

/** Lying bars. What is hidden is a dashed mark with the sign of the footnote, so that nobody takes it for zero. */
export function ShownBars({ categories, series, heading, write, max, ...picture }: ShownBarsProps) {
  const { t } = useTranslation();
  const shownText = useShownText();
  const text = useCallback((s: number, c: number) =>
    shownText(series[s]?.values[c] ?? null, write && ((value) => write(value, s, c))), [series, shownText, write]);

  const option = useCallback((colors: ChartColors, narrow: boolean) => {
    const length = lengthOfHidden(max ?? longestOf(series), narrow);
    return {
      color: colors.series,
      grid: { left: 4, right: write ? (narrow ? 92 : 150) : 72, top: 8, bottom: series.length > 1 ? 36 : 8, containLabel: true },
      legend: series.length > 1 ? { bottom: 0, type: "scroll", textStyle: { color: colors.text } } : undefined,
      xAxis: { type: "value", max, show: false },
      yAxis: {
        type: "category", data: categories, inverse: true, axisTick: { show: false }, axisLine: { lineStyle: { color: colors.line } },
        axisLabel: { color: colors.text, width: narrow ? 122 : 190, overflow: "break", lineHeight: 15 },
      },
      series: series.map(({ name, values }, s) => ({
        type: "bar", name, barMaxWidth: 22, barGap: "15%",
        data: values.map((value) => (value === null ? { value: length, itemStyle: hiddenLook(colors.dimmed) } : value)),
        itemStyle: { borderRadius: [0, 4, 4, 0] },
        label: { show: true, position: "right", color: colors.text, fontSize: narrow ? 11 : 12, formatter: ({ dataIndex }: { dataIndex: number }) => text(s, dataIndex) },
      })),
    };
  }, [categories, series, text, write, max]);

  const table = useMemo(() => ({
    columns: [heading, ...series.map(({ name }) => name)],
    rows: categories.map((category, c) => [category, ...series.map((_, s) => text(s, c))]),
    data: categories.map((category, c) => [category, ...series.map(({ values }) => values[c] ?? t("indicators.hidden.word"))]),
  }), [t, heading, categories, series, text]);
  const bar = series.length > 2 ? 1.35 * series.length + 0.6 : series.length > 1 ? 3.4 : 2.6;
  return <Chart {...picture} option={option} table={table} height={`${Math.max(9, 3 + categories.length * bar)}rem`} />;
}
