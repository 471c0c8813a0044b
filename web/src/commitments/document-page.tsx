import { Anchor, Button, Group, SimpleGrid, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/council";
import { useAction } from "../api/queries";
import { useMemberStates, useStateName } from "../i18n/states";
import { useTwo } from "../i18n/two";
import { Papers } from "../papers/papers";
import { useSession } from "../session/session";
import { useTopicChoices } from "../i18n/topics";
import { DataTable, Empty, Facts, Form, Opening, Page, Section, SelectField, StatusBadge, TextArea, TextField, Timeline, useFormat, useSearchState, Waiting } from "../ui";
import classes from "./commitments.module.css";
import { DocumentForm } from "./documents-page";
import { documentQuery, PILLARS, STATUS_TONES, STATUSES, type Commitment, type DocumentPageData, type NationalAction } from "./queries";

const AFFECTED = [["commitments"]];
type ClauseInput = Schemas["CommitmentInput"];
type ReportInput = Schemas["NationalActionInput"];

function ClauseForm({ documentId, before, close }: { documentId: string; before?: Commitment; close: () => void }) {
  const { t } = useTranslation();
  const topics = useTopicChoices();
  const form = useForm<ClauseInput>({ initialValues: before
    ? { clause: before.clause, text_en: before.text_en, text_ru: before.text_ru, pillar: before.pillar, topic: before.topic, version: before.version }
    : { clause: "", text_en: "", text_ru: "", pillar: "rights", topic: "other" } });
  const save = useAction((input: ClauseInput) => body(before
    ? api.PUT("/api/commitments/{commitment_id}", { params: { path: { commitment_id: before.id } }, body: input })
    : api.POST("/api/commitment-documents/{document_id}/commitments", { params: { path: { document_id: documentId } }, body: input })),
    { refresh: AFFECTED, said: t("common.saved"), done: close });
  return (
    <Form form={form} action={save} submit={t("common.save")} close={close}>
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <TextField label={t("commitments.field.clause")} required maxLength={40} {...form.getInputProps("clause")} />
        <SelectField label={t("commitments.field.pillar")} placeholder={null} required choices={PILLARS.map((value) => ({ value, label: t(`commitments.pillar.${value}`) }))} {...form.getInputProps("pillar")} />
        <SelectField label={t("commitments.field.topic")} placeholder={null} required choices={topics} {...form.getInputProps("topic")} />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextArea label={t("commitments.field.text_en")} required limit={4000} {...form.getInputProps("text_en")} />
        <TextArea label={t("commitments.field.text_ru")} limit={4000} {...form.getInputProps("text_ru")} />
      </SimpleGrid>
    </Form>
  );
}

function Report({ commitment, states, close }: { commitment: Commitment; states: string[]; close: () => void }) {
  const { t } = useTranslation();
  const stateName = useStateName();
  const form = useForm<ReportInput>({ initialValues: { state: states.length === 1 ? states[0] ?? "" : "", status: "planned", what: "", evidence: "", evidence_link: "" } });
  const report = useAction((input: ReportInput) => body(api.POST("/api/commitments/{commitment_id}/actions", { params: { path: { commitment_id: commitment.id } }, body: input })),
    { refresh: AFFECTED, said: t("commitments.reported"), done: close });
  return (
    <Form form={form} action={report} submit={t("commitments.report")} close={close}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <SelectField label={t("commitments.field.state")} required choices={states.map((value) => ({ value, label: stateName(value) }))} {...form.getInputProps("state")} />
        <SelectField label={t("commitments.field.status")} placeholder={null} required choices={STATUSES.map((value) => ({ value, label: t(`commitments.status.${value}`) }))} {...form.getInputProps("status")} />
      </SimpleGrid>
      <TextArea label={t("commitments.field.what")} required limit={4000} {...form.getInputProps("what")} />
      <TextArea label={t("commitments.field.evidence")} limit={2000} {...form.getInputProps("evidence")} />
      <TextField label={t("commitments.field.evidence_link")} type="url" inputMode="url" maxLength={1000} {...form.getInputProps("evidence_link")} />
    </Form>
  );
}

function History({ commitmentId, state }: { commitmentId: string; state: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const query = useQuery({ queryKey: ["commitments", "history", commitmentId, state],
    queryFn: () => body(api.GET("/api/commitments/{commitment_id}/actions", { params: { path: { commitment_id: commitmentId }, query: { state } } })) });
  if (!query.data) return <Waiting for={query} />;
  return (
    <Timeline entries={query.data.items.map((item) => ({ key: item.id, when: format.instant(item.reported_at), icon: item.status === "done" ? "check" : "clock",
      title: t(`commitments.status.${item.status}`), content: <Text className={classes.text}>{item.what}</Text> }))} />
  );
}

function StateAction({ action, mayLookBack }: { action: NationalAction; mayLookBack: boolean }) {
  const { t } = useTranslation();
  const stateName = useStateName();
  const format = useFormat();
  const [open, setOpen] = useState(false);
  return (
    <li>
      <Group gap="sm"><b>{stateName(action.state)}</b><StatusBadge tone={STATUS_TONES[action.status]}>{t(`commitments.status.${action.status}`)}</StatusBadge>
        <Text size="sm" c="dimmed">{format.dayOf(action.reported_at)}</Text></Group>
      <Text className={classes.text}>{action.what}</Text>
      {(action.evidence || action.evidence_link) && (
        <Text size="sm">{t("commitments.field.evidence")}: {action.evidence} {action.evidence_link && <Anchor href={action.evidence_link} rel="noreferrer external" underline="always">{t("commitments.see")}</Anchor>}</Text>)}
      {mayLookBack && <Button size="xs" variant="subtle" aria-expanded={open} onClick={() => setOpen(!open)}>{t("commitments.before", { state: stateName(action.state) })}</Button>}
      {open && <History commitmentId={action.commitment_id} state={action.state} />}
    </li>
  );
}

function Clause({ commitment, data, member }: { commitment: Commitment; data: DocumentPageData; member: boolean }) {
  const { t } = useTranslation();
  const two = useTwo();
  const stateName = useStateName();
  const all = useMemberStates();
  const quiet = data.document.state ? [] : all.filter((state) => !commitment.actions.some((action) => action.state === state));
  return (
    <Section title={t("commitments.clause", { clause: commitment.clause })}>
      <Text className={classes.text}>{two(commitment.text_en, commitment.text_ru)}</Text>
      <Text size="sm" c="dimmed">{t("commitments.field.pillar")}: {t(`commitments.pillar.${commitment.pillar}`)} · {t(`common.topic.${commitment.topic}`)}</Text>
      {commitment.actions.length > 0 && <ul className={classes.actions}>{commitment.actions.map((action) => <StateAction key={action.id} action={action} mayLookBack={member} />)}</ul>}
      {quiet.length > 0 && <Text size="sm" c="dimmed">{t("commitments.not_reported", { states: quiet.map(stateName).join(", ") })}</Text>}
      <Group gap="sm" align="flex-start">
        {data.may_report.length > 0 && <Opening label={t("commitments.report")} spoken={t("commitments.report_on", { clause: commitment.clause })} variant="default" size="sm">
          {(close) => <Report commitment={commitment} states={data.may_report} close={close} />}</Opening>}
        {data.document.allows.edit && <Opening label={t("commitments.change_clause")} spoken={t("commitments.change_clause_named", { clause: commitment.clause })} variant="default" size="sm" leftSection={null}>
          {(close) => <ClauseForm key={commitment.version} documentId={data.document.id} before={commitment} close={close} />}</Opening>}
      </Group>
    </Section>
  );
}

/** How many clauses stand where, State by State in the order of their names: it rates nobody. */
function RollUp({ data }: { data: DocumentPageData }) {
  const { t } = useTranslation();
  const stateName = useStateName();
  const all = useMemberStates();
  const states = data.document.state ? [data.document.state] : all;
  const count = (state: string, status?: string) => data.commitments.filter(({ actions }) => {
    const action = actions.find((each) => each.state === state);
    return status ? action?.status === status : !action;
  }).length;
  return (
    <DataTable caption={t("commitments.by_state")} rows={states} rowKey={(state) => state} columns={[
      { key: "state", label: t("commitments.field.state"), cell: stateName },
      ...STATUSES.map((status) => ({ key: status, label: t(`commitments.status.${status}`), cell: (state: string) => count(state, status), numeric: true })),
      { key: "none", label: t("commitments.status.none"), cell: (state: string) => count(state), numeric: true },
    ]} />
  );
}

/** One document, clause by clause, and what each State says it does. Open to all where the document is. */
export function DocumentPage({ documentId }: { documentId: string }) {
  const { t } = useTranslation();
  const two = useTwo();
  const format = useFormat();
  const { can } = useSession();
  const member = can("read_council");
  const [search, setSearch] = useSearchState({ pillar: "" });
  const query = useQuery(documentQuery(documentId, member));
  if (!query.data) return <Waiting for={query} />;
  const { document, commitments } = query.data;
  const shown = commitments.filter(({ pillar }) => !search.pillar || pillar === search.pillar);
  return (
    <Page title={two(document.title_en, document.title_ru)} lead={t(`commitments.kind.${document.kind}`)} breadcrumbs={[{ to: "/commitments", label: t("commitments.nav") }]}
          actions={member && <Button component="a" variant="default" href={`/api/commitment-documents/${documentId}/csv`} download>{t("commitments.csv")}</Button>}>
      <Section title={t("commitments.about")}>
        <Facts of={[
          { label: t("commitments.field.adopted_on"), value: format.partialDate(document.adopted_on) },
          { label: t("commitments.field.expires_on"), value: document.expires_on ? format.longDate(document.expires_on) : null },
          { label: t("commitments.field.source"), value: document.source },
          { label: t("commitments.field.link"), value: document.link ? <Anchor href={document.link} rel="noreferrer external" underline="always">{document.link}</Anchor> : null },
        ]} />
        {commitments.length > 0 && <RollUp data={query.data} />}
        {document.allows.edit && <Opening label={t("commitments.change_document")} variant="default" size="sm" leftSection={null}>
          {(close) => <DocumentForm key={document.version} states={[document.state]} before={document} close={close} />}</Opening>}
      </Section>
      <SelectField label={t("commitments.field.pillar")} placeholder={t("common.all")} value={search.pillar || null} onChange={(pillar) => setSearch({ pillar: pillar ?? "" })}
                   choices={PILLARS.map((value) => ({ value, label: t(`commitments.pillar.${value}`) }))} />
      {shown.map((commitment) => (
        <div key={commitment.id} id={`clause-${commitment.id}`}><Clause commitment={commitment} data={query.data} member={member} /></div>))}
      {shown.length === 0 && <Empty title={t("commitments.no_clauses")} icon="check" />}
      {document.allows.edit && <Opening label={t("commitments.add_clause")}>{(close) => <Section title={t("commitments.add_clause")}><ClauseForm documentId={documentId} close={close} /></Section>}</Opening>}
      {member && <Papers of="commitment_document" id={documentId} mayAdd={document.allows.edit} />}
    </Page>
  );
}
