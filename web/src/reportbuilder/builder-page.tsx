import { Button, Group, SimpleGrid, Stack, Text } from "@mantine/core";
import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/node";
import { Page, Section, SelectField, useSearchState, Waiting } from "../ui";
import { OutcomeCurve } from "./outcome-curve";
import { ReportTable } from "./report-table";
import { SaveForm } from "./save-form";
import { SavedReports } from "./saved-reports";
import { addressOf, NOTHING, specOf, type Asked } from "./spec";
import { useReportWords } from "./words";

type Spec = Schemas["ReportSpec"];
type Unit = Schemas["ReportUnit"];

/** Choices of one question; nothing is counted before "Show". */
function Question({ builder, asked, ask }: { builder: Schemas["ReportBuilder"]; asked: Asked; ask: (next: Asked) => void }) {
  const { t } = useTranslation();
  const words = useReportWords();
  const [draft, setDraft] = useState(asked);
  const unit = useQuery({
    queryKey: ["report-builder", "units", draft.unit], placeholderData: keepPreviousData,
    queryFn: () => body(api.GET("/api/report-builder/units/{unit}", { params: { path: { unit: draft.unit } } })),
  });
  const change = (part: Partial<Asked>) => setDraft({ ...draft, ...part });
  if (!unit.data) return <Waiting for={unit} />;
  const dimensions: Unit["dimensions"] = unit.data.dimensions.filter(({ key }) => !(builder.one_region && key === "region"));
  const choices = (without: string[]) => dimensions.filter(({ key }) => !without.includes(key)).map(({ key }) => ({ value: key, label: words.dimension(key) }));
  const values = dimensions.find(({ key }) => key === draft.by)?.categories ?? [];
  const complete = draft.rows !== "" && (draft.by === "" || draft.value !== "");
  return (
    <Section title={t("reportbuilder.choose")}>
      <Stack>
        <Text>{t("reportbuilder.choose_hint", { most: builder.most_crossed })} {builder.one_region && t("reportbuilder.own_region")}</Text>
        <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }}>
          <SelectField label={t("reportbuilder.unit_label")} required unchosen={null} value={draft.unit}
                       choices={builder.units.map((value) => ({ value, label: words.unit(value) }))}
                       onChange={(value) => setDraft({ ...NOTHING, unit: value ?? "people" })} />
          <SelectField label={t("reportbuilder.rows")} required value={draft.rows} choices={choices([draft.columns, draft.by])}
                       onChange={(value) => change({ rows: value ?? "" })} />
          <SelectField label={t("reportbuilder.columns")} unchosen={t("reportbuilder.no_columns")} value={draft.columns} choices={choices([draft.rows, draft.by])}
                       onChange={(value) => change({ columns: value ?? "" })} />
          <SelectField label={t("reportbuilder.filter_by")} unchosen={t("reportbuilder.no_filter")} value={draft.by} choices={choices([draft.rows, draft.columns])}
                       onChange={(value) => change({ by: value ?? "", value: "" })} />
          {draft.by !== "" && (
            <SelectField label={t("reportbuilder.filter_value")} required value={draft.value}
                         choices={values.map((value) => ({ value, label: words.category(draft.by, value) }))}
                         onChange={(value) => change({ value: value ?? "" })} />)}
        </SimpleGrid>
        <Group><Button disabled={!complete} onClick={() => ask(draft)}>{t("reportbuilder.show")}</Button></Group>
      </Stack>
    </Section>
  );
}

/** The table that was asked for; while it is counted it can be stopped. */
function Answer({ spec, region, stop }: { spec: Spec; region: boolean; stop: () => void }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const queryKey = ["report-builder", "table", spec];
  const report = useQuery({ queryKey, queryFn: ({ signal }) => body(api.POST("/api/report-builder/table", { body: spec, signal })), retry: false });
  if (report.data) return <><ReportTable report={report.data} /><SaveForm spec={spec} region={region} /></>;
  return (
    <>
      <Waiting for={report} />
      {report.isFetching && (
        <Group role="status">
          <Text>{t("reportbuilder.counting")}</Text>
          <Button variant="default" onClick={() => { void client.cancelQueries({ queryKey }); stop(); }}>{t("reportbuilder.stop")}</Button>
        </Group>)}
    </>
  );
}

/** Build a report, look at it, save it, take it away. What is asked stands in the address. */
export function BuilderPage() {
  const { t } = useTranslation();
  const [asked, ask] = useSearchState(NOTHING);
  const builder = useQuery({ queryKey: ["report-builder"], queryFn: () => body(api.GET("/api/report-builder")), staleTime: 60_000 });
  const people = useQuery({
    queryKey: ["report-builder", "units", "outcomes"],
    queryFn: () => body(api.GET("/api/report-builder/units/{unit}", { params: { path: { unit: "outcomes" } } })),
  });
  if (!builder.data) return <Waiting for={builder} />;
  const spec = specOf(asked);
  const regions = builder.data.one_region ? [] : people.data?.dimensions.find(({ key }) => key === "region")?.categories ?? [];
  return (
    <Page title={t("reportbuilder.title")} lead={t("reportbuilder.lead")}>
      <Stack gap="lg">
        <Question key={JSON.stringify(asked)} builder={builder.data} asked={asked} ask={ask} />
        {spec && <Answer spec={spec} region={builder.data.may_share_in_region} stop={() => ask({ ...asked, rows: "" })} />}
        <SavedReports open={(chosen) => ask(addressOf(chosen))} />
        <OutcomeCurve regions={regions} />
      </Stack>
    </Page>
  );
}
