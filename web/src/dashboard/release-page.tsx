import { SimpleGrid, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useReleaseWords } from "../i18n/release-words";
import { useStateName } from "../i18n/states";
import { Facts, Link, Page, Section, StatusBadge, useFormat, Waiting } from "../ui";
import { WithdrawnNote } from "../ledger/parts";
import { ReleaseFiles, useOpenTables } from "../pictures/parts";
import { filesOf } from "./files";
import { HiddenNote } from "./hidden";
import { IndicatorDefinition } from "./indicator-definition";
import { lastShownQuery, releaseQuery, releasesQuery, type LastShown, type Release, type Table } from "./queries";
import { AgeAndSex, OutcomeCurves, Reached, Spreads } from "./release-charts";
import { useReleasedBy } from "./released-by";
import { hasHidden } from "./released-table";
import { TableView } from "./table-view";

function TableSection({ release, releaseId, table, last }: { release: Release; releaseId: string; table: Table; last: LastShown[] }) {
  const { t } = useTranslation();
  const words = useReleaseWords();
  const format = useFormat();
  const releasedBy = useReleasedBy();
  const name = words.indicator(table.definition.indicator);
  return (
    <Section title={name} actions={
      <ReleaseFiles compact of={name} href={filesOf(releaseId, table.key)} />}>
      <details>
        <summary>{t("public.table.definition")}</summary>
        <IndicatorDefinition release={release} table={table} />
      </details>
      <TableView table={table} last={last} />
      {hasHidden(table) && <HiddenNote floor={release.rules.floor_of[table.definition.indicator] ?? release.rules.floor} />}
      <Text size="sm" c="dimmed">{t("public.table.as_of", { date: format.longDate(release.reference_date) })} {releasedBy(release)}</Text>
    </Section>
  );
}

/** One return of a State: all its tables, drawn and to be saved. */
export function ReleasePage({ releaseId }: { releaseId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const stateName = useStateName();
  const releasedBy = useReleasedBy();
  const words = useReleaseWords();
  const query = useQuery(releaseQuery(releaseId));
  const lastShown = useQuery(lastShownQuery(releaseId));
  const releases = useQuery(releasesQuery).data;
  const { chosen, select } = useOpenTables(query.data?.tables ?? [], ({ definition, cells }) => ({
    name: words.indicator(definition.indicator), hidden: cells.filter(({ hidden }) => hidden).length }));
  const current = releases?.items;
  const withdrawn = releases?.withdrawn.find(({ id }) => id === releaseId);
  if (!query.data) return <Waiting for={query} />;
  if (!lastShown.data) return <Waiting for={lastShown} />;
  const last = lastShown.data.items;
  const release = query.data;
  const newer = current?.find(({ state, year, id }) => id !== releaseId && year === release.year && state.toUpperCase() === release.state);
  return (
    <Page title={t("public.returns.title", { state: stateName(release.state), year: release.year })}
          breadcrumbs={[{ to: "/figures", label: t("public.nav.figures") }]}
          lead={`${t("public.table.as_of", { date: format.longDate(release.reference_date) })} ${releasedBy(release)}`}
          actions={<ReleaseFiles of={t("public.returns.title", { state: stateName(release.state), year: release.year })} href={filesOf(releaseId)} />}>
      {withdrawn && <WithdrawnNote of={withdrawn} />}
      {newer && (
        <div>
          <StatusBadge tone="warning">{t("public.returns.superseded")}</StatusBadge>{" "}
          <Link to="/released/$releaseId" params={{ releaseId: newer.id }}>{t("public.returns.newer")}</Link>
        </div>
      )}
      <Section title={t("public.returns.signed")}>
        <Facts of={[
          { label: t("public.returns.reference_date"), value: format.longDate(release.reference_date) },
          ...release.sign_offs.map(({ role, signed_at }, i) => ({
            label: t("public.returns.signature", { number: i + 1 }), value: `${t(`session.role.${role}`, { defaultValue: role })}, ${format.dayOf(signed_at)}` })),
          { label: t("public.returns.floor"), value: t("public.returns.floor_text", { floor: release.rules.floor }) },
        ]} />
      </Section>
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <Section title={t("public.returns.who")}><AgeAndSex release={release} last={last} /></Section>
        <Section title={t("public.returns.help")}><Reached release={release} /></Section>
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <OutcomeCurves release={release} />
        <Spreads release={release} />
      </SimpleGrid>
      <Stack gap="lg">
        {select && <Section title={t("public.returns.tables")}>{select}</Section>}
        {chosen.map((table) => <TableSection key={table.key} release={release} releaseId={releaseId} table={table} last={last} />)}
      </Stack>
    </Page>
  );
}
