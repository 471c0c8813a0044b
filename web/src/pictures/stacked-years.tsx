import { useCallback, useMemo } from "react";
import { Chart, useFormat, type ChartColors } from "../ui";
import type { PictureProps } from "./shown";

interface StackedYearsProps extends PictureProps {
  years: number[];
  /** One value a year; public figures, of which none is hidden: null where nobody gives one. Keep its identity. */
  series: { name: string; values: (number | null)[] }[];
  heading: string;
}

/** Standing columns, one a year, in the colours of who is counted. */
export function StackedYears({ years, series, heading, ...picture }: StackedYearsProps) {
  const format = useFormat();
  const option = useCallback((colors: ChartColors, narrow: boolean) => {
    const sums = years.map((_, y) => series.reduce((sum, { values }) => sum + (values[y] ?? 0), 0));
    return {
      color: colors.series,
      grid: { left: 4, right: 4, top: 24, bottom: narrow ? 64 : 36, containLabel: true },
      legend: { bottom: 0, textStyle: { color: colors.text } },
      xAxis: { type: "category", data: years.map(String), axisTick: { show: false }, axisLabel: { color: colors.text }, axisLine: { lineStyle: { color: colors.line } } },
      yAxis: { type: "value", splitNumber: 4, axisLabel: { color: colors.dimmed, formatter: (value: number) => format.number(value) }, splitLine: { lineStyle: { color: colors.line } } },
      series: [
        ...series.map(({ name, values }) => ({ type: "bar", name, stack: "year", barMaxWidth: 48, data: values.map((value) => value ?? 0), itemStyle: { borderColor: colors.surface, borderWidth: 1 } })),
        // The sum stands on top of its column; its own series has nothing to draw.
        { type: "bar", stack: "year", silent: true, data: sums.map(() => 0), tooltip: { show: false },
          label: { show: true, position: "top", color: colors.text, fontWeight: 600, formatter: ({ dataIndex }: { dataIndex: number }) => (sums[dataIndex] ? format.number(sums[dataIndex]) : "") } },
      ],
    };
  }, [years, series, format]);
  const table = useMemo(() => ({
    columns: [heading, ...series.map(({ name }) => name)],
    rows: years.map((year, y) => [String(year), ...series.map(({ values }) => format.number(values[y]))]),
    data: years.map((year, y) => [year, ...series.map(({ values }) => values[y] ?? null)]),
  }), [heading, years, series, format]);
  return <Chart {...picture} option={option} table={table} height="20rem" />;
}
