import { useCallback, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useReleaseWords } from "../i18n/release-words";
import { useFormat } from "../ui";
import type { Release, Table } from "./queries";
import { figureAt, livingCategories, outcomeOf, reachOf } from "./released-table";
import { ShownBars } from "./shown-bars";

const people = (release: Release): Table | undefined => release.tables.find((table) => !outcomeOf(table));

/** How old those are who came home, women and men beside each other. */
export function AgeAndSex({ release }: { release: Release }) {
  const { t } = useTranslation();
  const words = useReleaseWords();
  const table = people(release);
  const drawn = useMemo(() => {
    const ages = table?.dimensions.find(({ key }) => key === "age_band");
    const sexes = table?.dimensions.find(({ key }) => key === "sex");
    if (!table || !ages || !sexes) return null;
    const bands = livingCategories(table, "age_band");
    return {
      categories: bands.map((at) => words.category("age_band", ages.categories[at] ?? "")),
      series: livingCategories(table, "sex").map((sex) => ({
        name: words.category("sex", sexes.categories[sex] ?? ""), values: bands.map((age_band) => figureAt(table, { sex, age_band })),
      })),
    };
  }, [table, words]);
  if (!drawn) return null;
  return <ShownBars title={t("public.returns.age_and_sex")} describe={t("public.returns.age_and_sex_text")}
                    heading={words.dimension("age_band")} {...drawn} />;
}

/** What part of those it concerns each indicator reached. */
export function Reached({ release }: { release: Release }) {
  const { t } = useTranslation();
  const words = useReleaseWords();
  const format = useFormat();
  const drawn = useMemo(() => {
    const tables = release.tables.filter(outcomeOf);
    const reaches = tables.map((table) => reachOf(table));
    return {
      reaches,
      categories: tables.map((table) => words.indicator(table.definition.indicator)),
      series: [{ name: t("public.returns.share"), values: reaches.map(({ share }) => share) }],
    };
  }, [release, words, t]);
  const write = useCallback((share: number, _series: number, at: number) => t("public.returns.share_of", {
    share: format.percent(share), reached: format.number(drawn.reaches[at]?.reached), of: format.number(drawn.reaches[at]?.of),
  }), [drawn, format, t]);
  if (drawn.categories.length === 0) return null;
  return <ShownBars title={t("public.returns.reached")} describe={t("public.returns.reached_text")} heading={t("public.returns.indicator")}
                    categories={drawn.categories} series={drawn.series} write={write} max={1} />;
}
