import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/node";
import { useFormat } from "../i18n/format";
import { readableCode } from "../i18n/release-words";
import { useRegionNames } from "./region-names";

const MONTH = /^\d{4}-\d{2}$/;

/** The words of units, dimensions and categories; what no catalogue knows is written as its own code. */
export function useReportWords() {
  const { t } = useTranslation();
  const nameOf = useRegionNames();
  const format = useFormat();
  return useMemo(() => {
    const unit = (key: string) => t(`reportbuilder.unit.${key}`, { defaultValue: readableCode(key) });
    const dimension = (key: string) => t(`reportbuilder.dimension.${key}`, { defaultValue: readableCode(key) });
    const written = (of: string, key: string) => (of === "region" ? nameOf(key) : MONTH.test(key) ? format.date(key) : readableCode(key));
    const category = (of: string, key: string) => t(`reportbuilder.category.${of}.${key}`, { defaultValue: written(of, key) });
    return {
      unit, dimension, category,
      definition: (key: string) => t(`reportbuilder.definition.${key}`, { defaultValue: "" }),
      /** `People: Sex, Operation, Region: Fergana`. */
      question: ({ unit: counted, rows, columns, filters }: Schemas["ReportSpec"]) => {
        const parts = [rows, ...(columns ? [columns] : [])].map(dimension);
        return `${unit(counted)}: ${parts.concat(filters.map(({ dimension: of, category: key }) => `${dimension(of)}: ${category(of, key)}`)).join(", ")}`;
      },
    };
  }, [t, nameOf, format]);
}
