import { Alert } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/node";
import { Icon } from "../ui";
import { useLabels } from "./labels";

type Return = Schemas["AnnualReturn"];
type One = Return["told"][number];
const MOST = 12;

/** A figure as the protection names it, `operation=uz-mehr-4, sex=female`, in words. */
function useNames(tables: Return["tables"]) {
  const { t } = useTranslation();
  const labels = useLabels();
  return ({ table, cell }: One) => {
    if (table === "") return t("statistics.told.arrivals");
    const dimensions = tables.find(({ key }) => key === table)?.dimensions ?? [];
    const words = cell.split(", ").flatMap((part) => {
      const [key, category] = part.split("=");
      const dimension = dimensions.find((each) => each.key === key);
      const at = category === undefined ? -1 : dimension?.categories.indexOf(category) ?? -1;
      return dimension && at >= 0 ? [labels.choice(dimension, at)] : [];
    });
    return `${labels.indicator(table.split(".")[0] ?? table)}: ${words.length > 0 ? words.join(", ") : t("common.total")}`;
  };
}

/** Small figures that what is out already narrows, whatever is hidden now; for who may sign. */
export function Told({ annual }: { annual: Return }) {
  const { t } = useTranslation();
  const nameOf = useNames(annual.tables);
  const { told } = annual;
  if (told.length === 0) return null;
  return (
    <Alert icon={<Icon name="alert" />} title={t("statistics.told.title", { count: told.length })}>
      {t("statistics.told.text")}
      <ul>
        {told.slice(0, MOST).map((one) => (
          <li key={one.release + one.table + one.cell}>
            {t(one.release === "" && one.table !== "" && one.width === 0 ? "statistics.told.household" : "statistics.told.left", { name: nameOf(one), width: one.width })}
          </li>))}
        {told.length > MOST && <li>{t("statistics.try.more", { count: told.length - MOST })}</li>}
      </ul>
    </Alert>
  );
}
