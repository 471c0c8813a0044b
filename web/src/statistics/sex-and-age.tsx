import { Text } from "@mantine/core";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Bars } from "../ui";
import { useLabels } from "./labels";
import { cellAt, shownChoices, totalOf, type Dimension, type ReturnTable } from "./table";

/** All returnees by age, women beside men; what is hidden has no bar. */
export function SexAndAge({ table }: { table: ReturnTable }) {
  const { t } = useTranslation();
  const labels = useLabels();
  const { categories, series } = useMemo(() => {
    const dimension = (name: string) => table.dimensions.find(({ key }) => key === name) as Dimension;
    const [sex, age] = [dimension("sex"), dimension("age_band")];
    const parts = (of: Dimension) => shownChoices(table, of).filter((choice) => choice !== totalOf(of));
    return {
      categories: parts(age).map((choice) => labels.choice(age, choice)),
      series: parts(sex).map((choice) => ({
        name: labels.choice(sex, choice),
        values: parts(age).map((band) => cellAt(table, { sex: choice, age_band: band }).value ?? null),
      })),
    };
  }, [table, labels]);
  const hides = series.some(({ values }) => values.includes(null));
  return (
    <>
      <Bars title={t("statistics.chart.title")} describe={t("statistics.chart.describe")} heading={labels.classification("age_band")}
            categories={categories} series={series} />
      {hides && <Text size="sm" c="dimmed">{t("statistics.chart.hides")}</Text>}
    </>
  );
}
