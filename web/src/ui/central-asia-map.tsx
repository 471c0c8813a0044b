import type { EChartsCoreOption } from "echarts/core";
import { useCallback, useMemo, type ReactNode } from "react";
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
  /** States whose number is hidden: drawn with a dashed edge and the sign, in the shade of none. */
  hidden?: { states: StateCode[]; text: string };
  /** How a number is written; a plain one unless given. Keep its identity. */
  write?: (value: number) => string;
  /** The darkest shade; the largest number unless given. */
  max?: number;
  definition?: ReactNode;
  notes?: string[];
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
export function CentralAsiaMap({ title, measure, values, hidden, write, max, definition, notes, chosen, onChoose }: CentralAsiaMapProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const written = useCallback((code: StateCode) => {
    const value = values[code];
    if (hidden?.states.includes(code)) return hidden.text;
    return value === null || value === undefined ? t("common.chart.no_value") : (write ?? format.number)(value);
  }, [values, hidden, write, format, t]);
  const isState = (name: string): name is StateCode => (STATE_CODES as readonly string[]).includes(name);

  const edgeOf = useCallback((code: StateCode, colors: ChartColors) => {
    if (hidden?.states.includes(code)) return { areaColor: colors.surface, borderColor: colors.dimmed, borderWidth: 1.5, borderType: "dashed" };
    return { borderColor: code === chosen ? colors.text : colors.surface, borderWidth: code === chosen ? 2.5 : 1.2 };
  }, [hidden, chosen]);

  const option = useCallback((colors: ChartColors, narrow: boolean): EChartsCoreOption => ({
    tooltip: {
      backgroundColor: colors.surface, borderColor: colors.line, textStyle: { color: colors.text }, confine: true,
      formatter: ({ name }: { name: string }) => (isState(name) ? asHtml(`${t(`common.country.${name}`)}: ${written(name)}`) : ""),
    },
    visualMap: { show: false, seriesIndex: 0, min: 0, max: max ?? Math.max(1, ...STATE_CODES.map((code) => values[code] ?? 0)), inRange: { color: [colors.low, colors.high] } },
    series: [{
      type: "map", map: "central-asia", roam: false, boundingCoords: FRAME, aspectScale: SQUEEZE,
      left: 0, right: 0, top: 0, bottom: 0,
      // Neighbours are drawn as one land without borders: this picture says nothing about theirs.
      itemStyle: { areaColor: colors.land, borderColor: colors.land, borderWidth: 0.5 },
      label: { show: false }, emphasis: { disabled: true }, select: { disabled: true },
      data: STATE_CODES.map((code) => ({
        name: code, value: values[code] ?? NaN,
        itemStyle: { ...(typeof values[code] === "number" ? {} : { areaColor: colors.line }), ...edgeOf(code, colors) },
        label: {
          show: true, color: colors.text, backgroundColor: colors.surface, padding: [2, 5], borderRadius: 4, fontSize: narrow ? 11 : 13, lineHeight: 17,
          // Five names do not fit on a phone: there the codes stand for them.
          formatter: narrow ? `${code} ${typeof values[code] === "number" || hidden?.states.includes(code) ? written(code) : "–"}` : `${t(`common.country.${code}`)}\n${written(code)}`,
        },
      })),
    }],
  }), [values, max, hidden, edgeOf, written, t]);

  const table = useMemo(() => ({
    columns: [t("common.chart.state"), measure],
    rows: STATE_CODES.map((code) => [t(`common.country.${code}`), written(code)]),
    data: STATE_CODES.map((code) => [t(`common.country.${code}`), hidden?.states.includes(code) ? hidden.text : values[code] ?? null]),
  }), [t, measure, written, hidden, values]);
  const describe = table.rows.map((row) => row.join(": ")).join("; ");
  return (
    <Chart title={title} describe={describe} option={option} table={table} definition={definition} notes={notes} prepare={loadMap} aspect={ASPECT}
           onChoose={(name) => { if (isState(name)) onChoose?.(name); }} />
  );
}
