import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { IndicatorFacts } from "../definitions/parts";
import { useReleaseWords } from "../i18n/release-words";
import { Facts, Link, useFormat } from "../ui";
import { definitionsQuery, type Release, type Table } from "./queries";
import { outcomeOf } from "./released-table";

/** What a table counts, of whom, as of which day, in which version, and from which number on it is shown. */
export function IndicatorDefinition({ release, table }: { release: Release; table: Table }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useReleaseWords();
  const { indicator, version } = table.definition;
  const { numerator, denominator, note } = words.definition(indicator);
  const definitions = useQuery(definitionsQuery(release.year)).data;
  const known = definitions?.indicators.filter((each) => each.key === indicator && each.version === version);
  const own = [
    { label: t("public.returns.reference_date"), value: format.longDate(release.reference_date) },
    { label: t("public.returns.floor"), value: format.number(release.rules.floor_of[indicator] ?? release.rules.floor) },
  ];
  if (definitions && known && known.length > 0) {
    return (
      <>
        <IndicatorFacts definitions={definitions} indicators={known} more={own} />
        <AllDefinitions year={release.year} indicator={indicator} />
      </>
    );
  }
  // A State whose definitions are newer than this program's.
  return (
    <Facts of={[
      { label: t("public.table.numerator"), value: numerator || null },
      { label: t("public.table.denominator"), value: (outcomeOf(table) && denominator) || null },
      { label: t("public.table.note"), value: note || null },
      ...own,
      { label: t("public.table.version"), value: `${indicator}, ${version}` },
    ]} />
  );
}

/** To the definitions of a year, from a picture of many indicators. */
export function AllDefinitions({ year, indicator }: { year: number; indicator?: string }) {
  const { t } = useTranslation();
  return <Link to="/definitions" search={{ year: String(year), ...(indicator && { indicator }) }}>{t("public.definitions.title", { year })}</Link>;
}
