import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/node";
import { Facts } from "../ui";
import { useLabels } from "./labels";

/** What an indicator counts, of whom, and when. */
export function Definition({ indicator, version, period, unit }:
  { indicator: string; version: number; period?: Schemas["ReturnDefinitions"]["indicators"][number]["period"]; unit?: "persons" | "families" }) {
  const { t } = useTranslation();
  const labels = useLabels();
  return (
    <Facts of={[
      { label: t("statistics.definition.numerator"), value: labels.text(indicator, "numerator") },
      { label: t("statistics.definition.denominator"), value: labels.text(indicator, "denominator") },
      { label: t("statistics.definition.period"), value: period ? t(`indicators.period.${period}`) : null },
      { label: t("statistics.definition.unit"), value: unit ? t(`indicators.unit.${unit}`) : null },
      { label: t("statistics.definition.note"), value: labels.text(indicator, "note") },
      { label: t("statistics.definition.version"), value: `${indicator}, ${version}` },
    ]} />
  );
}
