import { useCallback, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { STATE_CODES, useStateName } from "../i18n/states";
import { Chart, useFormat, type ChartColors } from "../ui";
import type { Claim } from "./queries";

/** The middle of a date as far as it is known, as a day: where a year alone is known, the middle of that year. */
export function middleOf(date: string): string {
  const bare = date.replace("~", "");
  if (bare.length === 4) return `${bare}-07-01`;
  return bare.length === 7 ? `${bare}-15` : bare;
}

/** A circle's area grows with the people in it; narrow pictures have smaller ones. */
const sizeOf = (people: number, narrow: boolean) => (narrow ? 7 : 11) + Math.sqrt(people) * (narrow ? 1.3 : 1.7);

/** 26rem; on a window of less than 660 pixels 34rem, since time runs downwards there. */
const TALL_WHEN_NARROW = "clamp(26rem, calc((660px - 100vw) * 99), 34rem)";

/** Operations by which people came home: a lane for each State, a circle for each stage. */
export function Operations({ claims }: { claims: Claim[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const stateName = useStateName();
  const lanes = useMemo(() => STATE_CODES.filter((code) => claims.some(({ about }) => about.toUpperCase() === code)), [claims]);
  const inTime = useMemo(() => [...claims].sort((a, b) => middleOf(a.as_of).localeCompare(middleOf(b.as_of))), [claims]);

  /** Whole years around all of them, so that no circle is cut. */
  const years = useMemo(() => inTime.map(({ as_of }) => Number(as_of.slice(0, 4))), [inTime]);

  const option = useCallback((colors: ChartColors, narrow: boolean) => {
    const look = { axisLine: { lineStyle: { color: colors.line } }, splitLine: { show: true, lineStyle: { color: colors.line } } };
    const time = {
      ...look, type: "time", min: `${Math.min(...years) - 1}-09-01`, max: `${Math.max(...years)}-12-31`, minInterval: 300 * 86_400_000, inverse: narrow,
      axisLabel: { color: colors.dimmed, hideOverlap: true, formatter: (at: number) => String(new Date(at).getFullYear()) },
    };
    const states = {
      ...look, type: "category", data: lanes.map((code) => (narrow ? code : stateName(code))), inverse: !narrow, axisTick: { show: false },
      axisLine: { show: false }, axisLabel: { color: colors.text, fontWeight: 600 }, position: narrow ? "top" : undefined,
    };
    return {
      grid: { left: 4, right: 24, top: 12, bottom: 8, containLabel: true },
      // A phone has room downwards: there time runs down the page.
      xAxis: narrow ? states : time, yAxis: narrow ? time : states,
      series: lanes.map((code, lane) => ({
        type: "scatter", name: stateName(code), color: colors.series[lane % colors.series.length],
        itemStyle: { opacity: 0.9, borderColor: colors.surface, borderWidth: 1.5 },
        data: inTime.filter(({ about }) => about.toUpperCase() === code).map(({ as_of, value, part }) => {
          const inside = !narrow && value >= 60;
          return {
            name: part, value: narrow ? [lane, middleOf(as_of), value] : [middleOf(as_of), lane, value], symbolSize: sizeOf(value, narrow),
            label: { show: true, position: inside ? "inside" : narrow ? "right" : "top", distance: 3, formatter: String(value),
                     color: inside ? colors.surface : colors.text, fontSize: 12 },
          };
        }),
      })),
    };
  }, [lanes, inTime, years, stateName]);

  const table = useMemo(() => ({
    columns: [t("public.operations.operation"), t("common.chart.state"), t("common.date"), t("public.operations.people"), t("common.figure.source")],
    rows: inTime.map(({ part, about, as_of, value, source }) => [part, stateName(about), format.partialDate(as_of), format.number(value), source]),
  }), [t, format, stateName, inTime]);
  return (
    <Chart title={t("public.operations.caption")} describe={t("public.operations.text", { count: inTime.length })} option={option} table={table}
           height={TALL_WHEN_NARROW} />
  );
}
