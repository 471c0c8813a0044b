import { Code } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useReleaseWords } from "../i18n/release-words";
import { Facts, useFormat } from "../ui";
import type { Definitions, Indicator } from "./types";

/** Whom an indicator counts, and of what larger group they are a part. */
function usePopulation(definitions: Definitions, key: string): string {
  const { t } = useTranslation();
  const words = useReleaseWords();
  const within = definitions.populations.find((each) => each.key === key)?.within;
  const name = words.population(key);
  return within ? t("indicators.definition.within", { population: name, larger: words.population(within) }) : name;
}

function useVersions() {
  const { t } = useTranslation();
  return ({ versions }: Indicator) => versions.map(({ version, from, until }) => (until === undefined
    ? t("indicators.definition.version_since", { version, from }) : t("indicators.definition.version_until", { version, from, until }))).join("; ");
}

/** All that settles an indicator: what is counted, of whom, when, from which field, and from which number on it is shown. */
export function IndicatorFacts({ definitions, indicators, more = [] }:
  { definitions: Definitions; indicators: Indicator[]; more?: { label: string; value: ReactNode }[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useReleaseWords();
  const versions = useVersions();
  const indicator = indicators[0];
  const population = usePopulation(definitions, indicator?.population ?? "");
  if (!indicator) return null;
  const { numerator, denominator, note } = words.definition(indicator.key);
  const months = indicators.flatMap(({ month }) => month ?? []);
  return (
    <Facts of={[
      { label: t("indicators.definition.numerator"), value: numerator || null },
      { label: t("indicators.definition.denominator"), value: denominator || null },
      { label: t("indicators.definition.note"), value: note || null },
      { label: t("indicators.definition.population"), value: population },
      { label: t("indicators.definition.period"), value: t(`indicators.period.${indicator.period}`) },
      { label: t("indicators.definition.unit"), value: t(`indicators.unit.${indicator.unit}`) },
      { label: t("indicators.definition.measure"), value: t(`indicators.measure.${indicator.measure}`) },
      { label: t("indicators.definition.rounds"), value: months.length > 1 ? t("indicators.definition.rounds_list", { list: months.join(", ") }) : null },
      { label: t("indicators.definition.outcomes"),
        value: indicator.outcomes.length > 2 ? indicator.outcomes.map((key) => words.category("outcome", key)).join("; ") : null },
      { label: t("indicators.definition.source"),
        value: <>{t(`indicators.source.${indicator.source}`)} <Code>{[indicator.source, ...indicator.codes].join(" · ")}</Code></> },
      { label: t("indicators.definition.possible"), value: indicator.possible.map(words.dimension).join(", ") },
      { label: t("indicators.definition.floor"),
        value: t("indicators.definition.floor_of", { floor: format.number(indicator.floor), subject: t(`indicators.subject.${indicator.subject}`) }) },
      { label: t("indicators.definition.version"), value: versions(indicator) },
      { label: t("indicators.definition.locked"), value: definitions.locked_on
        ? t("indicators.definition.locked_on", { year: definitions.year, date: format.longDate(definitions.locked_on) })
        : t("indicators.definition.not_locked", { year: definitions.year }) },
      ...more,
    ]} />
  );
}
