import { useCallback, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Chart, type ChartColors } from "../ui";
import { hiddenLook, longestOf, lengthOfHidden, type PictureProps, type ShownSeries } from "./shown";
import { useShownText } from "./use-shown-text";

interface PyramidProps extends PictureProps {
  /** From the youngest to the oldest. */
  categories: string[];
  /** Left and right of the middle. Keep its identity. */
  sides: [ShownSeries, ShownSeries];
  /** What has no side; in the table alone. */
  others?: ShownSeries[];
  heading: string;
}

/** Room for the figure beside the longest bar, as a part of it. */
const ROOM = { wide: 1.18, narrow: 1.5 };

/** Ages upwards, one sex on each side. A hidden figure is a dashed mark, a dash is nobody. */
export function Pyramid({ categories, sides, others = [], heading, ...picture }: PyramidProps) {
  const { t } = useTranslation();
  const shownText = useShownText();

  const option = useCallback((colors: ChartColors, narrow: boolean) => {
    const longest = longestOf(sides);
    const end = longest * (narrow ? ROOM.narrow : ROOM.wide);
    return {
      color: colors.series,
      grid: { left: 4, right: 4, top: 8, bottom: 36, containLabel: true },
      legend: { bottom: 0, textStyle: { color: colors.text } },
      xAxis: { type: "value", show: false, min: -end, max: end },
      yAxis: {
        type: "category", data: categories, axisTick: { show: false }, axisLine: { show: false, onZero: false },
        axisLabel: { color: colors.text, width: narrow ? 76 : 130, overflow: "break", lineHeight: 15 },
      },
      series: sides.map(({ name, values }, side) => {
        const sign = side === 0 ? -1 : 1;
        return {
          type: "bar", name, stack: "age", barMaxWidth: 26, itemStyle: { borderRadius: side === 0 ? [4, 0, 0, 4] : [0, 4, 4, 0] },
          data: values.map((value) => (value === null ? { value: sign * lengthOfHidden(longest, narrow), itemStyle: hiddenLook(colors.dimmed) } : sign * value)),
          label: {
            show: true, position: side === 0 ? "left" : "right", color: colors.text, fontSize: narrow ? 11 : 12,
            formatter: ({ dataIndex }: { dataIndex: number }) => {
              const value = values[dataIndex] ?? null;
              return value === null && narrow ? t("indicators.hidden.symbol") : shownText(value);
            },
          },
        };
      }),
    };
  }, [categories, sides, shownText, t]);

  const table = useMemo(() => {
    const all = [...sides, ...others];
    return {
      columns: [heading, ...all.map(({ name }) => name)],
      rows: categories.map((category, c) => [category, ...all.map(({ values, last }) => [shownText(values[c] ?? null), last?.[c]].filter(Boolean).join("; "))]),
      data: categories.map((category, c) => [category, ...all.map(({ values }) => values[c] ?? t("indicators.hidden.word"))]),
    };
  }, [t, heading, categories, sides, others, shownText]);
  return <Chart {...picture} option={option} table={table} height={`${3 + categories.length * 2.4}rem`} />;
}
