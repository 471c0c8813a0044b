import { useTranslation } from "react-i18next";
import { useLabels } from "./labels";

/** A figure as the protection names it, table and `operation=uz-mehr-4, sex=female`, in words; of no table: arrivals. */
export function useFigureNames() {
  const { t } = useTranslation();
  const labels = useLabels();
  return ({ table, cell }: { table: string; cell: string }) => {
    if (table === "") return t("statistics.told.arrivals");
    const words = cell.split(", ").flatMap((part) => {
      const [key, category] = part.split("=");
      return key && category ? [labels.choice({ key, categories: [category] }, 0)] : [];
    });
    return `${labels.indicator(table.split(".")[0] ?? table)}: ${words.length > 0 ? words.join(", ") : t("common.total")}`;
  };
}
