import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { readableCode } from "../i18n/release-words";
import { kindOf, totalOf, type Dimension } from "./table";

/** The words of a return for a reader. What a later version counts and this page does not know shows its own code. */
export function useLabels() {
  const { t } = useTranslation();
  return useMemo(() => ({
    indicator: (key: string) => t(`indicators.indicator.${key}.name`, { defaultValue: key }),
    /** numerator, denominator or note; null where there is none. */
    text: (key: string, part: "numerator" | "denominator" | "note") => t(`indicators.indicator.${key}.${part}`, { defaultValue: "" }) || null,
    population: (key: string) => t(`indicators.population.${key}`, { defaultValue: key }),
    classification: (key: string) => t(`indicators.classification.${kindOf(key)}.name`, { defaultValue: key }),
    /** A category of a dimension, or its total. */
    choice: (dimension: Dimension, choice: number) => {
      if (choice === totalOf(dimension)) return t("common.total");
      const category = dimension.categories[choice] ?? "";
      return t(`indicators.classification.${kindOf(dimension.key)}.${category}`, { defaultValue: readableCode(category) });
    },
  }), [t]);
}
