import { useTranslation } from "react-i18next";
import { useReleaseWords } from "../i18n/release-words";
import { Facts, useFormat } from "../ui";
import type { Release, Table } from "./queries";
import { outcomeOf } from "./released-table";

/** What a table counts, of whom, as of which day, in which version, and from which number on it is shown. */
export function IndicatorDefinition({ release, table }: { release: Release; table: Table }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useReleaseWords();
  const { indicator, version } = table.definition;
  const { numerator, denominator, note } = words.definition(indicator);
  return (
    <Facts of={[
      { label: t("public.table.numerator"), value: numerator || null },
      { label: t("public.table.denominator"), value: (outcomeOf(table) && denominator) || null },
      { label: t("public.table.note"), value: note || null },
      { label: t("public.returns.reference_date"), value: format.longDate(release.reference_date) },
      { label: t("public.returns.floor"), value: format.number(release.rules.floor_of[indicator] ?? release.rules.floor) },
      { label: t("public.table.version"), value: `${indicator}, ${version}` },
    ]} />
  );
}
