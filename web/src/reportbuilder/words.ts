import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { readableCode } from "../i18n/release-words";
import { useRegionNames } from "./region-names";

/** The words of units, dimensions and categories; what no catalogue knows is written as its own code. */
export function useReportWords() {
  const { t } = useTranslation();
  const nameOf = useRegionNames();
  return useMemo(() => ({
    unit: (key: string) => t(`reportbuilder.unit.${key}`, { defaultValue: readableCode(key) }),
    definition: (key: string) => t(`reportbuilder.definition.${key}`, { defaultValue: "" }),
    dimension: (key: string) => t(`reportbuilder.dimension.${key}`, { defaultValue: readableCode(key) }),
    category: (dimension: string, key: string) =>
      t(`reportbuilder.category.${dimension}.${key}`, { defaultValue: dimension === "region" ? nameOf(key) : readableCode(key) }),
  }), [t, nameOf]);
}
