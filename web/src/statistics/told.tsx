import { Alert } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/node";
import { Icon, useFormat } from "../ui";
import { useFigureNames } from "./figure-names";

type Return = Schemas["AnnualReturn"];
const MOST = 12;

/** Small figures that what is out already narrows, whatever is hidden now; for who may sign. */
export function Told({ annual }: { annual: Return }) {
  const { t } = useTranslation();
  const nameOf = useFigureNames();
  const format = useFormat();
  const { told } = annual;
  if (told.length === 0) return null;
  const nameAndDay = (one: Return["told"][number]) => one.on ? t("statistics.told.then", { name: nameOf(one), date: format.date(one.on) }) : nameOf(one);
  return (
    <Alert icon={<Icon name="alert" />} title={t("statistics.told.title", { count: told.length })}>
      {t("statistics.told.text")}
      <ul>
        {told.slice(0, MOST).map((one) => (
          <li key={[one.release, one.table, one.cell, one.household].join()}>
            {one.corrections ? t("statistics.told.corrections")
              : t(one.household ? "statistics.told.household" : "statistics.told.left", { name: nameAndDay(one), width: one.width })}
          </li>))}
        {told.length > MOST && <li>{t("statistics.try.more", { count: told.length - MOST })}</li>}
      </ul>
    </Alert>
  );
}
