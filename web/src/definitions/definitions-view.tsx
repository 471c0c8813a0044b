import { Code, Group, List, Stack, Text } from "@mantine/core";
import type { UseQueryResult } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useReleaseWords } from "../i18n/release-words";
import { Empty, Section, SelectField, Waiting } from "../ui";
import { IndicatorFacts } from "./indicator-facts";
import { changesBetween, lineOf, listed, type Definitions, type Listed } from "./types";

/** The name of a line: of a survey score that of its source. */
function useTitle(): (line: Listed) => string {
  const { t } = useTranslation();
  const words = useReleaseWords();
  return ({ key, indicators }) => (indicators[0]?.measure === "score" ? t(`indicators.source.${key}`) : words.indicator(key));
}

/** What the definitions of a year have that those of the year before had not. */
function Changes({ before, now }: { before: Definitions; now: Definitions }) {
  const { t } = useTranslation();
  const title = useTitle();
  if (before.hash === now.hash) return <Text>{t("indicators.definition.same_as", { year: before.year })}</Text>;
  const changes = changesBetween(before, now);
  return (
    <List>
      {(["added", "changed", "gone"] as const).filter((kind) => changes[kind].length > 0).map((kind) => (
        <List.Item key={kind}>{t(`indicators.definition.${kind}`, { year: before.year, list: listed(changes[kind]).map(title).join("; ") })}</List.Item>))}
    </List>
  );
}

export interface Chosen {
  year: string;
  /** A key, or the source of survey rounds; all when empty. */
  indicator: string;
}

/** The definitions of a year: all of them, or the one that a figure led to. */
export function DefinitionsView({ now, before, chosen, choose }: {
  now: UseQueryResult<Definitions>; before: UseQueryResult<Definitions>; chosen: Chosen; choose: (part: Partial<Chosen>) => void;
}) {
  const { t } = useTranslation();
  const title = useTitle();
  if (!now.data) return <Waiting for={now} />;
  const definitions = now.data;
  const lines = listed(definitions.indicators);
  const one = chosen.indicator ? lineOf(lines, chosen.indicator) : undefined;
  const years = [...new Set([...definitions.years, definitions.year])].sort((a, b) => b - a);
  return (
    <Stack gap="lg">
      <Group align="flex-end" data-no-print>
        <SelectField label={t("indicators.definition.year")} unchosen={null} value={String(definitions.year)}
                     choices={years.map((year) => ({ value: String(year), label: String(year) }))} onChange={(year) => { choose({ year: year ?? "" }); }} />
        <SelectField label={t("indicators.definition.indicator")} unchosen={t("indicators.definition.all")} value={one?.key ?? null}
                     choices={lines.map((line) => ({ value: line.key, label: title(line) }))} onChange={(indicator) => { choose({ indicator: indicator ?? "" }); }} />
      </Group>
      {chosen.indicator && !one && <Empty title={t("indicators.definition.not_this_year", { year: definitions.year })} hint={t("indicators.definition.not_this_year_hint")} />}
      {(one ? [one] : lines).map((line) => (
        <Section key={line.key} title={title(line)}><IndicatorFacts definitions={definitions} indicators={line.indicators} /></Section>))}
      <Section title={t("indicators.definition.whole", { year: definitions.year })}>
        {before.data && <Changes before={before.data} now={definitions} />}
        <Text>{t("indicators.definition.hash")} <Code style={{ overflowWrap: "anywhere" }}>{definitions.hash}</Code></Text>
      </Section>
    </Stack>
  );
}
