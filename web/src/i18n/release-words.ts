import type { TFunction } from "i18next";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";

/** The words of a return: its indicators, populations and classifications, which both apps show. */
export interface ReleaseWords {
  indicator(key: string): string;
  /** What is counted, of whom, and what to know about it. */
  definition(key: string): { numerator: string; denominator: string; note: string };
  population(key: string): string;
  /** The heading of a classification: `sex`, `age_band`, `outcome.housing`. */
  dimension(key: string): string;
  /** One of its categories. What the catalogues do not know is written as its own code. */
  category(dimension: string, key: string): string;
}

/** What two indicators reach are different classifications with the same words. */
const classificationOf = (dimension: string) => dimension.split(".")[0] ?? dimension;

/** `kz-zhusan-4` as a reader may see it while no catalogue has its name: `Zhusan-4`. */
export function readableCode(code: string): string {
  const bare = code.replace(/^[a-z]{2}-/, "").replaceAll("_", " ");
  return bare.charAt(0).toUpperCase() + bare.slice(1);
}

export function makeReleaseWords(t: TFunction): ReleaseWords {
  const indicatorText = (key: string, part: string) => t(`indicators.indicator.${key}.${part}`, { defaultValue: "" });
  return {
    indicator: (key) => indicatorText(key, "name") || readableCode(key),
    definition: (key) => ({
      numerator: indicatorText(key, "numerator"), denominator: indicatorText(key, "denominator"), note: indicatorText(key, "note"),
    }),
    population: (key) => t(`indicators.population.${key}`, { defaultValue: readableCode(key) }),
    dimension: (key) => t(`indicators.classification.${classificationOf(key)}.name`, { defaultValue: readableCode(key) }),
    category: (dimension, key) =>
      t(`indicators.classification.${classificationOf(dimension)}.${key}`, { defaultValue: readableCode(key) }),
  };
}

/** `makeReleaseWords` in the language of the page. */
export function useReleaseWords(): ReleaseWords {
  const { t } = useTranslation();
  return useMemo(() => makeReleaseWords(t), [t]);
}
