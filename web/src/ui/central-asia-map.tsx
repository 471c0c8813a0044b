import type { EChartsCoreOption } from "echarts/core";
import { useCallback, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/format";
import { STATE_CODES, type StateCode } from "../i18n/states";
import { Chart, type ChartColors } from "./chart";
import { asHtml } from "./charts";

interface CentralAsiaMapProps {
  title: string;
  /** What the numbers are, for the table's heading. */
  measure: string;
  /** One number a State; null or absent where there is none. */
  values: Partial<Record<StateCode, number | null>>;
  /** Which State is looked at. */
  chosen?: StateCode | null;
  onChoose?: (state: StateCode) => void;
}

/** North-west and south-east of the picture, in degrees; a degree of longitude there is this much shorter than one of latitude. */
const FRAME = [[46, 55.6], [88, 35]] as const;
const SQUEEZE = 0.74;
const ASPECT = ((FRAME[1][0] - FRAME[0][0]) * SQUEEZE) / (FRAME[0][1] - FRAME[1][1]);

async function loadMap(): Promise<void> {
  const [{ registerMap }, { default: map }] = await Promise.all([import("./echarts"), import("./generated/central-asia.json")]);
  registerMap("central-asia", map as Parameters<typeof registerMap>[1]);
}

/** The five States in shades of one colour, each with its name and number written on it. */
export function CentralAsiaMap({ title, measure, values, chosen, onChoose }: CentralAsiaMapProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const written = useCallback((code: StateCode) => {
    const value = values[code];
    return value === null || value === undefined ? t("common.chart.no_value") : format.number(value);
  }, [values, format, t]);
  const isState = (name: string): name is StateCode => (STATE_CODES as readonly string[]).includes(name);

  const option = useCallback((colors: ChartColors, narrow: boolean): EChartsCoreOption => ({
    tooltip: {
      backgroundColor: colors.surface, borderColor: colors.line, textStyle: { color: colors.text }, confine: true,
      formatter: ({ name }: { name: string }) => (isState(name) ? asHtml(`${t(`common.country.${name}`)}: ${written(name)}`) : ""),
    },
    visualMap: { show: false, seriesIndex: 0, min: 0, max: Math.max(1, ...STATE_CODES.map((code) => values[code] ?? 0)), inRange: { color: [colors.low, colors.high] } },
    series: [{
      type: "map", map: "central-asia", roam: false, boundingCoords: FRAME, aspectScale: SQUEEZE,
      left: 0, right: 0, top: 0, bottom: 0,
      // Neighbours are drawn as one land without borders: this picture says nothing about theirs.
      itemStyle: { areaColor: colors.land, borderColor: colors.land, borderWidth: 0.5 },
      label: { show: false }, emphasis: { disabled: true }, select: { disabled: true },
      data: STATE_CODES.map((code) => ({
        name: code, value: values[code] ?? NaN,
        itemStyle: { ...(typeof values[code] === "number" ? {} : { areaColor: colors.line }), borderColor: code === chosen ? colors.text : colors.surface, borderWidth: code === chosen ? 2.5 : 1.2 },
        label: {
          show: true, color: colors.text, backgroundColor: colors.surface, padding: [2, 5], borderRadius: 4, fontSize: narrow ? 11 : 13, lineHeight: 17,
          // Five names do not fit on a phone: there the codes stand for them.
          formatter: narrow ? `${code} ${format.number(values[code])}` : `${t(`common.country.${code}`)}\n${written(code)}`,
        },
      })),
    }],
  }), [values, chosen, written, format, t]);

  const table = useMemo(() => ({
    columns: [t("common.chart.state"), measure],
    rows: STATE_CODES.map((code) => [t(`common.country.${code}`), written(code)]),
  }), [t, measure, written]);
  const describe = table.rows.map((row) => row.join(": ")).join("; ");
  return (
    <Chart title={title} describe={describe} option={option} table={table} prepare={loadMap} aspect={ASPECT}
           onChoose={(name) => { if (isState(name)) onChoose?.(name); }} />
  );
}
