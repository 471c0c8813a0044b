import { Group, SimpleGrid, Stack, Text } from "@mantine/core";
import { useQueries } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useReleaseWords, type ReleaseWords } from "../i18n/release-words";
import { useStateName } from "../i18n/states";
import { ButtonLink, DataTable, Empty, Figure, Link, Section, SelectField, useFormat, useSearchState, Waiting, type Format } from "../ui";
import classes from "./dashboard.module.css";
import { HiddenNote, ShownFigure } from "./hidden";
import { releaseQuery, type Release, type ReleaseLine, type Table } from "./queries";
import { AgeAndSex, Reached } from "./release-charts";
import { useReleasedBy } from "./release-page";
import { hasHidden, outcomeOf, reachOf } from "./released-table";

interface Loaded { line: ReleaseLine; release: Release }

/** The newest returns of a year, as far as they are here. */
function useReleases(lines: ReleaseLine[]) {
  const queries = useQueries({ queries: lines.map(({ id }) => releaseQuery(id)) });
  const loaded = lines.flatMap((line, i): Loaded[] => (queries[i]?.data ? [{ line, release: queries[i].data }] : []));
  return { loaded, waiting: queries.find(({ data }) => !data) };
}

function Cell({ table, format }: { table: Table | undefined; format: Format }) {
  const { t } = useTranslation();
  if (!table) return t("common.none");
  const { reached, of, share } = reachOf(table);
  if (!outcomeOf(table)) return <ShownFigure value={reached} />;
  return share === null
    ? <><ShownFigure value={reached} /> / <ShownFigure value={of} /></>
    : t("public.returns.share_of", { share: format.percent(share), reached: format.number(reached), of: format.number(of) });
}

/** What help reached people, the States beside each other: the same definitions, so that States can learn from each other. */
function Compare({ loaded }: { loaded: Loaded[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useReleaseWords();
  const stateName = useStateName();
  const indicators = [...new Set(loaded.flatMap(({ release }) => release.definitions.map(({ indicator }) => indicator)))];
  const tableOf = (release: Release, indicator: string) => release.tables.find(({ definition }) => definition.indicator === indicator);
  return (
    <Stack gap="sm">
      <DataTable caption={t("public.compare.caption")} rows={indicators} rowKey={(indicator) => indicator}
        columns={[
          { key: "indicator", label: t("public.returns.indicator"), cell: (indicator) => words.indicator(indicator) },
          ...loaded.map(({ line, release }) => ({
            key: line.state, label: stateName(line.state), numeric: true,
            cell: (indicator: string) => <Cell table={tableOf(release, indicator)} format={format} /> })),
        ]} />
      <Text size="sm" c="dimmed">{t("public.compare.how")}</Text>
    </Stack>
  );
}

function labelOf(words: ReleaseWords, table: Table) {
  const { numerator, denominator, note } = words.definition(table.definition.indicator);
  return { label: words.indicator(table.definition.indicator), definition: [numerator, outcomeOf(table) && denominator, note].filter(Boolean).join(" ") };
}

/** One State's return in a minute: its figures, each with its definition, and two pictures. */
function OneReturn({ line, release }: Loaded) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useReleaseWords();
  const stateName = useStateName();
  const releasedBy = useReleasedBy();
  return (
    <Stack gap="lg">
      <Text>{t("public.table.as_of", { date: format.longDate(release.reference_date) })} {releasedBy(release)}</Text>
      <div className={classes.reached}>
        {release.tables.map((table) => {
          const { reached, of, share } = reachOf(table);
          const { label, definition } = labelOf(words, table);
          const withShare = share === null || !outcomeOf(table) ? label : t("public.returns.label_share", { label, share: format.percent(share) });
          return <Figure key={table.key} label={withShare} value={reached} instead={`${t("indicators.hidden.symbol")} ${t("indicators.hidden.word")}`}
                         asOf={release.reference_date} source={releasedBy(release)}
                         definition={outcomeOf(table) && of !== null ? `${definition} ${t("public.returns.of_these", { number: format.number(of) })}` : definition} />;
        })}
      </div>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl">
        <AgeAndSex release={release} />
        <Reached release={release} />
      </SimpleGrid>
      {release.tables.some(hasHidden) && <HiddenNote floor={release.rules.floor} />}
      <Group>
        <ButtonLink to="/released/$releaseId" params={{ releaseId: line.id }}>
          {t("public.returns.all_tables", { state: stateName(line.state), year: line.year })}</ButtonLink>
      </Group>
    </Stack>
  );
}

/** The returns that States released: one year at a time. */
export function Returns({ lines }: { lines: ReleaseLine[] }) {
  const { t } = useTranslation();
  const stateName = useStateName();
  const years = [...new Set(lines.map(({ year }) => year))];
  const [search, setSearch] = useSearchState({ year: "", state: "" });
  const year = years.find((one) => String(one) === search.year) ?? years[0];
  const ofYear = lines.filter((line) => line.year === year);
  const { loaded, waiting } = useReleases(ofYear);
  const chosen = loaded.find(({ line }) => line.state === search.state) ?? loaded[0];
  if (lines.length === 0) {
    return <Section title={t("public.returns.section")}><Empty title={t("public.returns.empty")} hint={t("public.returns.empty_hint")} icon="inbox" /></Section>;
  }
  return (
    <>
      <Section title={t("public.returns.section")}>
        <Text>{t("public.returns.lead")}</Text>
        <Group align="flex-end" data-no-print>
          <SelectField label={t("public.returns.year")} unchosen={null} value={String(year)} choices={years.map((one) => ({ value: String(one), label: String(one) }))}
                       onChange={(value) => setSearch({ year: value ?? "" })} />
          <SelectField label={t("common.chart.state")} unchosen={null} value={chosen?.line.state ?? null}
                       choices={ofYear.map(({ state }) => ({ value: state, label: stateName(state) }))} onChange={(value) => setSearch({ state: value ?? "" })} />
        </Group>
        {waiting && <Waiting for={waiting} />}
        {chosen && <OneReturn key={chosen.line.id} {...chosen} />}
      </Section>
      {loaded.length > 1 && <Section title={t("public.compare.title", { year })}><Compare loaded={loaded} /></Section>}
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
