import { Button, Group } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/node";
import { useAction } from "../api/queries";
import { Facts, Form, Icon, Link, Opening, Page, Section, TextArea, useFormat, Waiting } from "../ui";
import { ComplaintStateBadge } from "./complaint-state";
import { Meanwhile } from "./meanwhile";
import { choicesOf, type Complaint } from "./notes-data";
import classes from "./notes.module.css";
import { TapOne } from "./taps";

const SATISFIED = ["yes", "partly", "no", "not_reached"] as const;
const path = ({ id }: Complaint) => ({ params: { path: { complaint_id: id } } });
const everything = [["complaints"], ["tasks"], ["cases"]];

function useTheirs(complaint: Complaint) {
  const { t } = useTranslation();
  return [{ label: t("notes.complaint.answer"), value: complaint.answer ?? "–" }];
}

function AnswerForm({ complaint }: { complaint: Complaint }) {
  const { t } = useTranslation();
  const form = useForm({ initialValues: { answer: "" } });
  const save = useAction(({ answer }: { answer: string }) =>
    body(api.POST("/api/complaints/{complaint_id}/answer", { ...path(complaint), body: { version: complaint.version, answer: answer.trim() } })),
  { refresh: everything, said: t("notes.complaint.answered_said") });
  return (
    <Section title={t("notes.complaint.answer")}>
      <Form form={form} action={save} submit={t("notes.complaint.answer_save")}>
        <Meanwhile problem={save.problem} refresh={["complaints", complaint.id]} theirs={useTheirs(complaint)} />
        <TextArea label={t("notes.complaint.answer_text")} required limit={4000} {...form.getInputProps("answer")} />
      </Form>
    </Section>
  );
}

function AskForm({ complaint }: { complaint: Complaint }) {
  const { t } = useTranslation();
  const form = useForm<{ satisfied: string | null; words: string }>({ initialValues: { satisfied: "yes", words: "" } });
  const save = useAction(({ satisfied, words }: { satisfied: string | null; words: string }) =>
    body(api.POST("/api/complaints/{complaint_id}/satisfaction", {
      ...path(complaint), body: { version: complaint.version, satisfied: satisfied as NonNullable<Complaint["satisfied"]>, ...(words.trim() && { words: words.trim() }) } })),
  { refresh: everything, said: t("notes.complaint.asked_said") });
  return (
    <Section title={t("notes.complaint.ask")}>
      <Form form={form} action={save} submit={t("notes.complaint.ask_save")}>
        <Meanwhile problem={save.problem} refresh={["complaints", complaint.id]} theirs={useTheirs(complaint)} />
        <TapOne required label={t("notes.complaint.ask")} choices={choicesOf(t, SATISFIED, "complaint.satisfied")} value={form.values.satisfied}
                onChange={(value) => form.setFieldValue("satisfied", value)} />
        <TextArea label={t("notes.complaint.words")} limit={4000} {...form.getInputProps("words")} />
      </Form>
    </Section>
  );
}

function EscalateForm({ complaint, close }: { complaint: Complaint; close: () => void }) {
  const { t } = useTranslation();
  const form = useForm({ initialValues: { why: "" } });
  const save = useAction(({ why }: { why: string }) =>
    body(api.POST("/api/complaints/{complaint_id}/escalation", { ...path(complaint), body: { version: complaint.version, why: why.trim() } })),
  { refresh: everything, said: t("notes.complaint.escalated_said"), done: close });
  return (
    <Form form={form} action={save} submit={t("notes.complaint.escalate")} close={close}>
      <Meanwhile problem={save.problem} refresh={["complaints", complaint.id]} theirs={useTheirs(complaint)} />
      <TextArea label={t("notes.complaint.escalate_why")} description={t("notes.complaint.escalate_hint")} required limit={4000} {...form.getInputProps("why")} />
    </Form>
  );
}

function Receipts({ complaint }: { complaint: Complaint }) {
  const { t } = useTranslation();
  return (
    <Group gap="sm">
      {(["en", "ru"] as const).map((language) => (
        <Button key={language} component="a" variant="default" leftSection={<Icon name="file" />} download
                href={`/api/complaints/${complaint.id}/receipt?language=${language}`}>{t(`notes.complaint.receipt_${language}`)}</Button>))}
    </Group>
  );
}

function Story({ complaint }: { complaint: Complaint }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Section title={t("notes.complaint.story")}>
      <ul className={classes.cards}>
        {complaint.moves.map((move) => (
          <li key={move.at + move.kind} className={classes.card}>
            <strong>{t(`notes.complaint.move.${move.kind}`)}</strong>
            {move.text && <p className={classes.words}>{move.text}</p>}
            <p className={classes.quiet}>{`${move.by.name} · ${format.instant(move.at)}`}</p>
          </li>))}
      </ul>
    </Section>
  );
}

/** One complaint: what was said, until when it is answered, what became of it; and the receipt for who made it. */
export function ComplaintPage({ complaintId }: { complaintId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const query = useQuery({
    queryKey: ["complaints", complaintId], queryFn: () => body(api.GET("/api/complaints/{complaint_id}", { params: { path: { complaint_id: complaintId } } })) });
  const complaint = query.data;
  if (!complaint) return <Waiting for={query} />;
  const of = complaint.case_id
    ? <Link to="/cases/$caseId/notes" params={{ caseId: complaint.case_id }}>{complaint.person ? `${complaint.person.name} · ${complaint.person.code}` : t("notes.complaint.to_case")}</Link>
    : t("notes.complaint.anonymous");
  return (
    <Page title={t(complaint.kind === "complaint" ? "notes.complaint.one" : "notes.complaint.one_feedback", { reference: complaint.reference })}
          breadcrumbs={[{ to: "/", label: t("common.home") }, { to: "/complaints", label: t("notes.complaint.title") }]}>
      <Section title={complaint.reference}>
        <div><ComplaintStateBadge complaint={complaint} /></div>
        <Facts of={[
          { label: t("notes.complaint.answer_by"), value: format.longDate(complaint.answer_by) },
          { label: t("notes.complaint.received"), value: format.longDate(complaint.received_on) },
          { label: t("notes.complaint.via.label"), value: t(`notes.complaint.via.${complaint.via}`) },
          { label: t("notes.complaint.of"), value: complaint.may_read ? of : null },
          { label: t("notes.complaint.about.label"), value: complaint.about ? t(`notes.complaint.about.${complaint.about}`) : null },
          { label: t("notes.complaint.whom"), value: complaint.about_staff?.name ?? null },
          { label: t("notes.complaint.received_by"), value: complaint.received_by?.name ?? null },
          { label: t("notes.complaint.level.label"), value: complaint.level ? t(`notes.complaint.level.${complaint.level}`) : null },
          { label: t("notes.complaint.ask"), value: complaint.satisfied ? t(`notes.complaint.satisfied.${complaint.satisfied}`) : null },
        ]} />
        {complaint.may_read ? <p className={classes.words}>{complaint.text}</p> : <p className={classes.said}>{t("notes.complaint.handed_on")}</p>}
        {complaint.allows.receipt && <Receipts complaint={complaint} />}
      </Section>
      {complaint.allows.answer && <AnswerForm complaint={complaint} />}
      {complaint.allows.ask && <AskForm complaint={complaint} />}
      {complaint.allows.escalate && (
        <Opening label={t("notes.complaint.escalate")} variant="default">{(close) => <EscalateForm complaint={complaint} close={close} />}</Opening>)}
      {complaint.may_read && <Story complaint={complaint} />}
    </Page>
  );
}
