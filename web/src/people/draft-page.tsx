import { Button, Group, SimpleGrid, Tabs, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/node";
import { useAction } from "../api/queries";
import { Page, Section, useFormat, Waiting } from "../ui";
import { ImportSteps } from "./arrivals-page";
import { DraftColumns } from "./draft-columns";
import { DraftDone } from "./draft-done";
import { DraftImport, type Decisions } from "./draft-import";
import { DraftPairs } from "./draft-pairs";
import { DraftRows } from "./draft-rows";

export type Draft = Schemas["ImportDraft"];

function Counts({ draft }: { draft: Draft }) {
  const { t } = useTranslation();
  const format = useFormat();
  const counts: [string, string][] = [
    [t("people.arrivals.rows"), format.number(draft.rows)], [t("people.arrivals.accepted"), format.number(draft.accepted)],
    [t("people.arrivals.with_warning"), format.number(draft.accepted_with_warning)], [t("people.arrivals.refused"), format.number(draft.refused)],
    [t("people.arrivals.duplicates"), format.number(draft.duplicates)], [t("people.arrivals.families"), format.number(draft.families)],
    [t("people.arrivals.children"), format.number(draft.accepted_rows.under_18)], [t("people.arrivals.adults"), format.number(draft.accepted_rows.age_18_and_over)],
    [t("people.arrivals.as_of"), format.longDate(draft.as_of)],
  ];
  return (
    <SimpleGrid component="dl" cols={{ base: 2, sm: 3, lg: 5 }} spacing="md" m={0}>
      {counts.map(([label, value]) => <div key={label}><Text component="dt" size="sm" c="dimmed">{label}</Text><Text component="dd" fw={650} m={0}>{value}</Text></div>)}
    </SimpleGrid>
  );
}

function Preview({ draft, decisions, decide, reset }:
  { draft: Draft; decisions: Decisions; decide: (pair: string, decision: string) => void; reset: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const tabs: { key: string; label: string; count?: number; panel: ReactNode }[] = [
    { key: "all", label: t("people.arrivals.tab_all"), count: draft.rows, panel: <DraftRows draft={draft} /> },
    { key: "warnings", label: t("people.arrivals.tab_warnings"), count: draft.accepted_with_warning, panel: <DraftRows draft={draft} status="accepted_with_warning" /> },
    { key: "refused", label: t("people.arrivals.tab_refused"), count: draft.refused, panel: <DraftRows draft={draft} status="refused" /> },
    { key: "duplicates", label: t("people.arrivals.tab_duplicates"), count: draft.duplicates, panel: <DraftPairs draft={draft} decisions={decisions} decide={decide} /> },
    { key: "columns", label: t("people.arrivals.tab_columns"), panel: <DraftColumns draft={draft} corrected={reset} /> },
  ];
  return (
    <Tabs defaultValue="all" keepMounted={false}>
      <Tabs.List>
        {tabs.map(({ key, label, count }) => <Tabs.Tab key={key} value={key}>{count === undefined ? label : `${label}: ${format.number(count)}`}</Tabs.Tab>)}
      </Tabs.List>
      {tabs.map(({ key, panel }) => <Tabs.Panel key={key} value={key} pt="md">{panel}</Tabs.Panel>)}
    </Tabs>
  );
}

/** The second step of an import: what would be done, row by row; decisions; "Import". */
export function DraftPage({ draftId }: { draftId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const [decisions, setDecisions] = useState<Decisions>({});
  const draft = useQuery({
    queryKey: ["imports", draftId],
    queryFn: () => body(api.GET("/api/imports/{draft_id}", { params: { path: { draft_id: draftId } } })),
  });
  const drop = useAction(() => body(api.DELETE("/api/imports/{draft_id}", { params: { path: { draft_id: draftId } } })),
    { said: t("people.arrivals.dropped"), done: () => navigate({ to: "/arrivals" } as never) });
  const crumbs = [{ to: "/arrivals", label: t("people.nav.arrivals") }];
  if (!draft.data) return <Page title={t("people.arrivals.draft_title")} breadcrumbs={crumbs}><Waiting for={draft} /></Page>;
  const { imported, file, expires_at } = draft.data;
  if (imported) {
    return (
      <Page title={t("people.arrivals.done_title")} lead={file} breadcrumbs={crumbs}>
        <ImportSteps current={null} />
        <DraftDone draft={draft.data} result={imported} />
      </Page>);
  }
  return (
    <Page title={t("people.arrivals.draft_title")} breadcrumbs={crumbs} lead={t("people.arrivals.draft_lead", { file, until: format.instant(expires_at) })}
          actions={<Button variant="default" loading={drop.pending} onClick={() => void drop.run()}>{t("people.arrivals.drop")}</Button>}>
      <ImportSteps current="check" />
      <Section title={t("people.arrivals.step_check")}>
        <Counts draft={draft.data} />
        <Preview draft={draft.data} decisions={decisions} decide={(pair, decision) => setDecisions((before) => ({ ...before, [pair]: decision }))} reset={() => setDecisions({})} />
      </Section>
      <Section title={t("people.arrivals.step_import")}>
        <Group><Text>{t("people.arrivals.will_import", { count: draft.data.accepted + draft.data.accepted_with_warning })}</Text></Group>
        <DraftImport draft={draft.data} decisions={decisions} />
      </Section>
    </Page>
  );
}
