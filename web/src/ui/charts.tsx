import { useCallback, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { Chart, type ChartColors } from "./chart";
import { escaped } from "./chart-files";

export interface Series {
  name: string;
  /** `on` is a day, `2024-05-14`. A null value is a gap. */
  points: { on: string; value: number | null }[];
}

interface LineOverTimeProps {
  title: string;
  describe: string;
  series: Series[];
  /** How a value is written; a plain number unless given. Keep its identity (`useCallback`). */
  write?: (value: number) => string;
  /** How a day is written in the table and beside a point; its date unless given. Keep its identity. */
  writeDay?: (on: string) => string;
  min?: number;
  max?: number;
}

const MONTH_MS = 28 * 86_400_000; // the shortest: no month is written twice on an axis
const SHAPES = ["circle", "rect", "triangle", "diamond", "pin"];
const DASHES = ["solid", "dashed", "dotted", [8, 3, 2, 3], [12, 4]];

const axisLook = ({ dimmed, line }: ChartColors) => ({
  axisLabel: { color: dimmed, hideOverlap: true }, axisLine: { lineStyle: { color: line } }, splitLine: { lineStyle: { color: line } },
});
const tooltipLook = ({ surface, text, line }: ChartColors) => ({
  backgroundColor: surface, borderColor: line, textStyle: { color: text }, confine: true,
});

/** Values over time, one line a series; each differs by colour, dash and mark. */
export function LineOverTime({ title, describe, series, write, writeDay, min, max }: LineOverTimeProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const text = write ?? format.number;
  const dayText = writeDay ?? format.date;
  const days = useMemo(() => [...new Set(series.flatMap(({ points }) => points.map(({ on }) => on)))].sort(), [series]);

  const option = useCallback((colors: ChartColors) => ({
    color: colors.series,
    grid: { left: 8, right: 16, top: 16, bottom: series.length > 1 ? 44 : 8, containLabel: true },
    legend: series.length > 1 ? { bottom: 0, textStyle: { color: colors.text }, itemWidth: 36 } : undefined,
    tooltip: { ...tooltipLook(colors), trigger: "item", formatter: ({ seriesName, value }: { seriesName: string; value: [string, number] }) =>
      [seriesName, `${dayText(value[0])}: ${text(value[1])}`].map(escaped).join("<br>") },
    // Days have no clock: a month that began by the reader's own would be named after the one before.
    useUTC: true,
    xAxis: { type: "time", minInterval: MONTH_MS, ...axisLook(colors), splitLine: { show: false },
      axisLabel: { color: colors.dimmed, hideOverlap: true, formatter: (at: number) => format.date(new Date(at).toISOString().slice(0, 7)) } },
    yAxis: { type: "value", min, max, ...axisLook(colors), axisLabel: { color: colors.dimmed, formatter: (value: number) => text(value) } },
    series: series.map(({ name, points }, i) => ({
      type: "line", name, data: points.map(({ on, value }) => [on, value]), symbol: SHAPES[i % SHAPES.length], symbolSize: 9,
      lineStyle: { width: 2.5, type: DASHES[i % DASHES.length] },
    })),
  }), [series, format, text, dayText, min, max]);

  const table = useMemo(() => ({
    columns: [t("common.chart.date"), ...series.map(({ name }) => name)],
    rows: days.map((day) => [dayText(day), ...series.map(({ points }) => {
      const value = points.find(({ on }) => on === day)?.value;
      return value === null || value === undefined ? "–" : text(value);
    })]),
  }), [t, dayText, text, series, days]);

  return <Chart title={title} describe={describe} option={option} table={table} />;
}

interface BarsProps {
  title: string;
  describe: string;
  /** What the bars stand for, such as age bands. */
  categories: string[];
  /** One value a category; null where there is none to show. */
  series: { name: string; values: (number | null)[] }[];
  /** Bars of one category on top of each other. */
  stacked?: boolean;
  /** The heading of the table's first column. */
  heading: string;
}

/** Lying bars, since words of any length fit beside them. */
export function Bars({ title, describe, categories, series, stacked = false, heading }: BarsProps) {
  const format = useFormat();
  const option = useCallback((colors: ChartColors) => ({
    color: colors.series,
    grid: { left: 8, right: 48, top: 8, bottom: series.length > 1 ? 40 : 8, containLabel: true },
    legend: series.length > 1 ? { bottom: 0, textStyle: { color: colors.text } } : undefined,
    tooltip: { ...tooltipLook(colors), trigger: "item", formatter: ({ seriesName, name, value }: { seriesName: string; name: string; value: number }) =>
      [seriesName, `${name}: ${format.number(value)}`].map(escaped).join("<br>") },
    xAxis: { type: "value", ...axisLook(colors), axisLabel: { color: colors.dimmed, formatter: (value: number) => format.number(value), hideOverlap: true } },
    yAxis: { type: "category", data: categories, inverse: true, ...axisLook(colors), axisTick: { show: false },
      axisLabel: { color: colors.text, width: 150, overflow: "break" } },
    series: series.map(({ name, values }) => ({
      type: "bar", name, data: values, stack: stacked ? "all" : undefined, barMaxWidth: 26, itemStyle: { borderRadius: stacked ? 0 : [0, 4, 4, 0] },
      label: stacked ? undefined : { show: true, position: "right", color: colors.text, formatter: ({ value }: { value: number }) => format.number(value) },
    })),
  }), [categories, series, stacked, format]);

  const table = useMemo(() => ({
    columns: [heading, ...series.map(({ name }) => name)],
    rows: categories.map((category, i) => [category, ...series.map(({ values }) => format.number(values[i]))]),
  }), [heading, categories, series, format]);
  const rows = categories.length * (stacked ? 1 : series.length);
  return <Chart title={title} describe={describe} option={option} table={table} height={`${Math.max(10, 4 + rows * 2.4)}rem`} />;
}

/** Text for an ECharts tooltip, which takes HTML. */
export { escaped as asHtml };
