import { Alert, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/node";
import { Icon } from "../ui";
import { useFigureNames } from "./figure-names";
import { useLabels } from "./labels";

type Return = Schemas["AnnualReturn"];

/** What the tables were made without, why, and what to do about it. */
export function GivenUp({ annual: { given_up, coarser_because: because } }: { annual: Return }) {
  const { t } = useTranslation();
  const labels = useLabels();
  const nameOf = useFigureNames();
  if (given_up.length === 0) return null;
  const why = !because ? null
    : because.took_too_long ? t("statistics.given_up.too_long")
      : because.table === "" ? t("statistics.given_up.some_figure")
        : t("statistics.given_up.figure", { name: nameOf(because) });
  return (
    <Alert icon={<Icon name="info" />} title={t("statistics.given_up.title")}>
      {why && <Text size="sm" mb="xs">{why}</Text>}
      {t("statistics.given_up.text")}
      <ul>
        {given_up.map(({ table, classification }) => {
          const indicator = labels.indicator(table.split(".")[0] ?? table);
          return (
            <li key={table + classification}>
              {classification === "" ? t("statistics.given_up.table", { indicator })
                : t("statistics.given_up.classification", { indicator, classification: labels.classification(classification) })}
            </li>);
        })}
      </ul>
      <Text size="sm">{t("statistics.given_up.next")}</Text>
    </Alert>
  );
}
