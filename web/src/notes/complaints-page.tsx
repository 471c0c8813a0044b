import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/node";
import { useAction, useList } from "../api/queries";
import { DataTable, Empty, Form, Link, NumberField, Opened, Opening, Page, Section, SelectField, TextField, useFormat, useSearchState, Waiting } from "../ui";
import { ComplaintForm } from "./complaint-form";
import { ComplaintStateBadge } from "./complaint-state";
import { choicesOf } from "./notes-data";
import classes from "./notes.module.css";

const STATES = ["open", "overdue", "answered", "closed", "all"] as const;
type State = (typeof STATES)[number];
type Term = Schemas["ComplaintList"]["term"];

function SetTerm({ term, close }: { term: Term; close: () => void }) {
  const { t } = useTranslation();
  const form = useForm<{ answer_days: number | null; source: string }>({ initialValues: { answer_days: term.answer_days, source: term.source } });
  const set = useAction(({ answer_days, source }: { answer_days: number | null; source: string }) =>
    body(api.PUT("/api/complaints/term", { body: { answer_days: answer_days ?? 0, source } })), { refresh: [["complaints"]], said: t("notes.complaint.term.said"), done: close });
  return (
    <Form form={form} action={set} submit={t("notes.complaint.term.set")} close={close}>
      <NumberField label={t("notes.complaint.term.days")} required min={1} max={180} {...form.getInputProps("answer_days")} />
      <TextField label={t("notes.complaint.term.source")} required maxLength={300} {...form.getInputProps("source")} />
    </Form>
  );
}

function TermSection({ term }: { term: Term }) {
  const { t } = useTranslation();
  return (
    <Section title={t("notes.complaint.term.title")}>
      <p className={classes.words}>{t("notes.complaint.term.now", { count: term.answer_days, source: term.source })}</p>
      {term.may_set && <Opening label={t("notes.complaint.term.set")} variant="default">{(close) => <Opened><SetTerm term={term} close={close} /></Opened>}</Opening>}
    </Section>
  );
}

/** Complaints and suggestions that are this reader's business, the earliest term first. */
export function ComplaintsPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const [search, setSearch] = useSearchState({ state: "open" });
  const state = (STATES as readonly string[]).includes(search.state) ? (search.state as State) : "open";
  const complaints = useList(["complaints", "list", state], (cursor) => body(api.GET("/api/complaints", { params: { query: { state, cursor, limit: 30 } } })));
  const { first } = complaints;
  return (
    <Page title={t("notes.complaint.title")} lead={t("notes.complaint.lead")}>
      {first?.allows.record && <Opening label={t("notes.complaint.record_anonymous")} variant="default">{(close) => <ComplaintForm close={close} />}</Opening>}
      <SelectField label={t("notes.complaint.filter.label")} unchosen={null} choices={choicesOf(t, STATES, "complaint.filter")} value={state}
                   onChange={(value) => setSearch({ state: value ?? "open" })} />
      {!first && <Waiting for={complaints} />}
      {first && (
        <DataTable
          caption={t("notes.complaint.title")}
          columns={[
            { key: "reference", label: t("notes.complaint.reference"),
              cell: (each) => <Link to="/complaints/$complaintId" params={{ complaintId: each.id }}>{each.reference}</Link> },
            { key: "kind", label: t("notes.complaint.kind.label"), cell: (each) => t(`notes.complaint.kind.${each.kind}`) },
            { key: "of", label: t("notes.complaint.of"), cell: (each) => (each.may_read ? each.person?.name ?? t("notes.complaint.anonymous") : "") },
            { key: "about", label: t("notes.complaint.about.label"), cell: (each) => (each.about ? t(`notes.complaint.about.${each.about}`) : "") },
            { key: "received", label: t("notes.complaint.received"), cell: (each) => format.date(each.received_on) },
            { key: "state", label: t("notes.complaint.answer_by"), cell: (each) => <ComplaintStateBadge complaint={each} /> },
          ]}
          rows={complaints.items} rowKey={(each) => each.id} more={complaints}
          empty={<Empty icon="sun" title={t("notes.complaint.empty")} hint={t("notes.complaint.empty_hint")} />}
        />)}
      {first && <TermSection term={first.term} />}
    </Page>
  );
}
