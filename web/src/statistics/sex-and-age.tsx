import { Text } from "@mantine/core";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Pyramid, type ShownSeries } from "../pictures/parts";
import { Definition } from "./definition";
import { useLabels } from "./labels";
import { cellAt, shownChoices, totalOf, type Dimension, type ReturnTable } from "./table";

/** All returnees by age, women and men on either side; what is hidden is a dashed mark. */
export function SexAndAge({ table, year }: { table: ReturnTable; year: number }) {
  const { t } = useTranslation();
  const labels = useLabels();
  const { categories, sides, others } = useMemo(() => {
    const dimension = (name: string) => table.dimensions.find(({ key }) => key === name) as Dimension;
    const [sex, age] = [dimension("sex"), dimension("age_band")];
    const parts = (of: Dimension) => shownChoices(table, of).filter((choice) => choice !== totalOf(of));
    const seriesOf = (choice: number): ShownSeries => ({
      name: labels.choice(sex, choice),
      values: parts(age).map((band) => cellAt(table, { sex: choice, age_band: band }).value ?? null),
    });
    const [female, male] = [sex.categories.indexOf("female"), sex.categories.indexOf("male")];
    return {
      categories: parts(age).map((choice) => labels.choice(age, choice)),
      sides: [seriesOf(female), seriesOf(male)] as [ShownSeries, ShownSeries],
      others: parts(sex).filter((choice) => choice !== female && choice !== male).map(seriesOf),
    };
  }, [table, labels]);
  const hides = [...sides, ...others].some(({ values }) => values.includes(null));
  return (
    <>
      <Pyramid title={t("statistics.chart.title")} describe={t("pictures.pyramid.describe")} heading={labels.classification("age_band")}
               definition={<Definition indicator={table.indicator} year={year} />} notes={hides ? [t("statistics.chart.hides")] : []}
               categories={categories} sides={sides} others={others} />
      {hides && <Text size="sm" c="dimmed">{t("statistics.chart.hides")}</Text>}
    </>
  );
}
