import { useCallback, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Chart, useFormat, type ChartColors } from "../ui";
import { hiddenLook, type PictureProps, type Shown } from "./shown";
import { useShownText } from "./use-shown-text";

interface CurvesProps extends PictureProps {
  /** Months since the arrival, ascending. */
  months: number[];
  /** A share of 0 to 1 for each month; undefined where nothing was counted. Keep its identity. */
  series: { name: string; values: (Shown | undefined)[] }[];
}

const SHAPES = ["circle", "rect", "triangle", "diamond", "pin"];
/** The lanes of hidden points lie below zero, where no share can: as high as one step of the axis. */
const STEP = 0.25;

/** Shares along the months since people came home. Hidden points stand below the axis with the sign of the footnote; no line leads through them. */
export function Curves({ months, series, ...picture }: CurvesProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const shownText = useShownText();
  const monthText = useCallback((month: number) => (month === 0 ? t("pictures.curves.arrival") : t("pictures.curves.months", { count: month })), [t]);

  const option = useCallback((colors: ChartColors, narrow: boolean) => {
    const lanes = series.some(({ values }) => values.includes(null)) ? series.length : 0;
    const color = (s: number) => colors.series[s % colors.series.length] ?? colors.text;
    return {
      color: colors.series,
      grid: { left: 8, right: 20, top: 16, bottom: narrow ? 76 : 44, containLabel: true },
      legend: { bottom: 0, textStyle: { color: colors.text }, data: series.map(({ name }) => name) },
      xAxis: { type: "value", min: 0, max: Math.max(1, ...months), axisLabel: { color: colors.dimmed, formatter: (month: number) => (months.includes(month) ? String(month) : ""), customValues: months },
               axisTick: { show: true, customValues: months }, splitLine: { show: false }, axisLine: { onZero: true, lineStyle: { color: colors.line } },
               name: t("pictures.curves.axis"), nameLocation: "middle", nameGap: 26, nameTextStyle: { color: colors.dimmed } },
      yAxis: { type: "value", min: lanes > 0 ? -STEP : 0, max: 1, interval: STEP, splitLine: { lineStyle: { color: colors.line } },
               axisLabel: { color: colors.dimmed, formatter: (share: number) => (share < 0 ? "" : format.percent(share)), customValues: [0, 0.25, 0.5, 0.75, 1] },
               axisTick: { show: false }, axisLine: { show: false } },
      series: [
        ...series.map(({ name, values }, s) => ({
          type: "line", name, symbol: SHAPES[s % SHAPES.length], symbolSize: 10, lineStyle: { width: 2.5 }, connectNulls: false,
          data: months.flatMap((month, m) => (values[m] === undefined ? [] : [[month, values[m]]])),
        })),
        ...series.map(({ name, values }, s) => ({
          type: "scatter", name, symbol: SHAPES[s % SHAPES.length], symbolSize: 12, itemStyle: hiddenLook(color(s)), silent: true,
          label: { show: true, position: "right", distance: 2, color: colors.dimmed, fontSize: 11, formatter: t("indicators.hidden.symbol") },
          data: months.flatMap((month, m) => (values[m] === null ? [[month, (-STEP * (s + 0.55)) / lanes]] : [])),
        })),
      ],
    };
  }, [months, series, format, t]);

  const table = useMemo(() => ({
    columns: [t("pictures.curves.axis"), ...series.map(({ name }) => name)],
    rows: months.map((month, m) => [monthText(month), ...series.map(({ values }) => {
      const value = values[m];
      return value === undefined ? t("common.chart.no_value") : shownText(value, format.percent);
    })]),
    data: months.map((month, m) => [month, ...series.map(({ values }) => {
      const value = values[m];
      return value === null ? t("indicators.hidden.word") : value === undefined ? null : Number(value.toFixed(4));
    })]),
  }), [t, months, series, monthText, shownText, format]);
  return <Chart {...picture} option={option} table={table} height="20rem" />;
}
