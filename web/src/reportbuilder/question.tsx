import { Button, Group, SimpleGrid, Stack, Text } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/node";
import { Section, SelectField, Waiting } from "../ui";
import { NOTHING, type Asked } from "./spec";
import { useReportWords } from "./words";

type Unit = Schemas["ReportUnit"];

/** Choices of one question; nothing is counted before "Show". */
export function Question({ builder, asked, ask }: { builder: Schemas["ReportBuilder"]; asked: Asked; ask: (next: Asked) => void }) {
  const { t } = useTranslation();
  const words = useReportWords();
  const [draft, setDraft] = useState(asked);
  const unit = useQuery({
    queryKey: ["report-builder", "units", draft.unit], placeholderData: keepPreviousData,
    queryFn: () => body(api.GET("/api/report-builder/units/{unit}", { params: { path: { unit: draft.unit } } })),
  });
  const change = (part: Partial<Asked>) => { setDraft({ ...draft, ...part }); };
  if (!unit.data) return <Waiting for={unit} />;
  const dimensions: Unit["dimensions"] = unit.data.dimensions.filter(({ key }) => !(builder.one_region && key === "region"));
  const choices = (without: string[]) => dimensions.filter(({ key }) => !without.includes(key)).map(({ key }) => ({ value: key, label: words.dimension(key) }));
  const values = dimensions.find(({ key }) => key === draft.by)?.categories ?? [];
  // What the region of a supervisor takes is one of what may be crossed.
  const room = builder.most_crossed - (builder.one_region ? 1 : 0);
  const full = [draft.rows, draft.columns, draft.by].filter((key) => key !== "").length >= room;
  const missing = draft.rows === "" ? t("reportbuilder.missing_rows") : draft.by !== "" && draft.value === "" ? t("reportbuilder.missing_value") : "";
  return (
    <Section title={t("reportbuilder.choose")}>
      <Stack>
        <Text>{t("reportbuilder.choose_hint")} {builder.one_region && t("reportbuilder.own_region")}</Text>
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <SelectField label={t("reportbuilder.unit_label")} required unchosen={null} value={draft.unit} description={words.definition(draft.unit)}
                       choices={builder.units.map((value) => ({ value, label: words.unit(value) }))}
                       onChange={(value) => { setDraft({ ...NOTHING, unit: value ?? "people" }); }} />
        </SimpleGrid>
        <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }}>
          <SelectField label={t("reportbuilder.rows")} required value={draft.rows} choices={choices([draft.columns, draft.by])}
                       onChange={(value) => { change({ rows: value ?? "" }); }} />
          {(draft.columns !== "" || !full) && (
            <SelectField label={t("reportbuilder.columns")} unchosen={t("reportbuilder.no_columns")} value={draft.columns} choices={choices([draft.rows, draft.by])}
                         onChange={(value) => { change({ columns: value ?? "" }); }} />)}
          {(draft.by !== "" || !full) && (
            <SelectField label={t("reportbuilder.filter_by")} unchosen={t("reportbuilder.no_filter")} value={draft.by} choices={choices([draft.rows, draft.columns])}
                         onChange={(value) => { change({ by: value ?? "", value: "" }); }} />)}
          {draft.by !== "" && (
            <SelectField label={t("reportbuilder.filter_value")} required value={draft.value}
                         choices={values.map((value) => ({ value, label: words.category(draft.by, value) }))}
                         onChange={(value) => { change({ value: value ?? "" }); }} />)}
        </SimpleGrid>
        <Group>
          <Button disabled={missing !== ""} onClick={() => { ask(draft); }}>{t("reportbuilder.show")}</Button>
          {missing !== "" && <Text size="sm" c="dimmed">{missing}</Text>}
        </Group>
      </Stack>
    </Section>
  );
}
