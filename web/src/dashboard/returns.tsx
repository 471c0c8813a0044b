import { Group, SimpleGrid, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useReleaseWords, type ReleaseWords } from "../i18n/release-words";
import { useStateName } from "../i18n/states";
import { ReleaseFiles } from "../pictures/parts";
import { ButtonLink, DataTable, Empty, Figure, Link, Section, SelectField, useFormat, useSearchState, Waiting } from "../ui";
import { Compare } from "./compare";
import classes from "./dashboard.module.css";
import { filesOf } from "./files";
import { HiddenNote, useLastShownText } from "./hidden";
import { lastShownQuery, releaseQuery, type LastShown, type Release, type ReleaseHeadlines, type ReleaseLine, type Table } from "./queries";
import { AgeAndSex, OutcomeCurves, Reached, Spreads } from "./release-charts";
import { useReleasedBy } from "./released-by";
import { hasHidden, lastAt, onePerIndicator, outcomeOf, reachedPlace, reachOf, tellsReached } from "./released-table";

interface Loaded { line: ReleaseLine; release: Release; last: LastShown[] }

function labelOf(words: ReleaseWords, table: Table) {
  const { numerator, denominator, note } = words.definition(table.definition.indicator);
  return { label: words.indicator(table.definition.indicator), definition: [numerator, outcomeOf(table) && denominator, note].filter(Boolean).join(" ") };
}

/** One State's return in a minute: its figures, each with its definition, and its pictures. */
function OneReturn({ line, release, last }: Loaded) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useReleaseWords();
  const stateName = useStateName();
  const releasedBy = useReleasedBy();
  const lastText = useLastShownText();
  return (
    <Stack gap="lg">
      <Text>{t("public.table.as_of", { date: format.longDate(release.reference_date) })} {releasedBy(release)}</Text>
      <div className={classes.reached}>
        {onePerIndicator(release.tables).filter((table) => !outcomeOf(table) || tellsReached(table)).map((table) => {
          const { reached, of, share } = reachOf(table);
          const { label, definition } = labelOf(words, table);
          const withShare = share === null || !outcomeOf(table) ? label : t("public.returns.label_share", { label, share: format.percent(share) });
          return <Figure key={table.key} label={withShare} value={reached} instead={`${t("indicators.hidden.symbol")} ${lastText(lastAt(last, table, reachedPlace(table))) ?? t("indicators.hidden.word")}`}
                         asOf={release.reference_date} source={releasedBy(release)}
                         definition={outcomeOf(table) && of !== null ? `${definition} ${t("public.returns.of_these", { number: format.number(of) })}` : definition} />;
        })}
      </div>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl">
        <AgeAndSex release={release} last={last} />
        <Reached release={release} />
        <OutcomeCurves release={release} />
        <Spreads release={release} />
      </SimpleGrid>
      {release.tables.some(hasHidden) && <HiddenNote floor={release.rules.floor} />}
      <Group>
        <ReleaseFiles of={t("public.returns.title", { state: stateName(line.state), year: line.year })} href={filesOf(line.id)} />
        <ButtonLink to="/released/$releaseId" params={{ releaseId: line.id }}>
          {t("public.returns.all_tables", { state: stateName(line.state), year: line.year })}</ButtonLink>
      </Group>
    </Stack>
  );
}

/** The returns that States released: one year at a time. */
export function Returns({ lines, headlines }: { lines: ReleaseLine[]; headlines: ReleaseHeadlines[] }) {
  const { t } = useTranslation();
  const stateName = useStateName();
  const years = [...new Set(lines.map(({ year }) => year))];
  const [search, setSearch] = useSearchState({ year: "", state: "" });
  const year = years.find((one) => String(one) === search.year) ?? years[0];
  const ofYear = lines.filter((line) => line.year === year);
  const line = ofYear.find(({ state }) => state === search.state) ?? ofYear[0];
  const release = useQuery({ ...releaseQuery(line?.id ?? ""), enabled: line !== undefined });
  const lastShown = useQuery({ ...lastShownQuery(line?.id ?? ""), enabled: line !== undefined });
  const beside = headlines.filter((each) => each.year === year);
  if (lines.length === 0) {
    return <Section title={t("public.returns.section")}><Empty title={t("public.returns.empty")} hint={t("public.returns.empty_hint")} icon="inbox" /></Section>;
  }
  return (
    <>
      <Section title={t("public.returns.section")}>
        <Text>{t("public.returns.lead")} <Link to="/definitions" search={{ year: String(year) }}>{t("public.definitions.title", { year })}</Link></Text>
        <Group align="flex-end" data-no-print>
          <SelectField label={t("public.returns.year")} unchosen={null} value={String(year)} choices={years.map((one) => ({ value: String(one), label: String(one) }))}
                       onChange={(value) => setSearch({ year: value ?? "" })} />
          <SelectField label={t("common.chart.state")} unchosen={null} value={line?.state ?? null}
                       choices={ofYear.map(({ state }) => ({ value: state, label: stateName(state) }))} onChange={(value) => setSearch({ state: value ?? "" })} />
        </Group>
        {!line || !release.data ? <Waiting for={release} /> : !lastShown.data ? <Waiting for={lastShown} />
          : <OneReturn key={line.id} line={line} release={release.data} last={lastShown.data.items} />}
      </Section>
      {beside.length > 1 && year !== undefined && <Section title={t("public.compare.title", { year })}><Compare releases={beside} year={year} /></Section>}
      <Section title={t("public.returns.list")} plain>
        <DataTable caption={t("public.returns.list")} rows={lines} rowKey={({ id }) => id} columns={[
          { key: "title", label: t("public.returns.one"), cell: (line) => (
            <Link to="/released/$releaseId" params={{ releaseId: line.id }}>{t("public.returns.title", { state: stateName(line.state), year: line.year })}</Link>) },
          { key: "reference_date", label: t("public.returns.reference_date"), cell: (line) => <Day on={line.reference_date} /> },
          { key: "received_at", label: t("public.returns.received"), cell: (line) => <Day at={line.received_at} /> },
        ]} />
      </Section>
    </>
  );
}

function Day({ on, at }: { on?: string; at?: string }) {
  const format = useFormat();
  return on ? format.date(on) : format.dayOf(at);
}
