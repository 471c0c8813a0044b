import { Group, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/council";
import { useTwo } from "../i18n/two";
import { ActionButton, Form, Opening, RadioField, Section, StatusBadge, TextField, useFormat, Waiting, type Tone } from "../ui";
import classes from "./meetings.module.css";
import { useSessionAction, visitQuery, type Meeting, type Visit } from "./session-queries";

type Safeguard = Schemas["Safeguard"];
const ANSWERS = ["kept", "not_applicable", "not_kept"] as const;
const TONES: Record<Safeguard["answer"], Tone> = { "": "waiting", kept: "good", not_applicable: "neutral", not_kept: "urgent" };

function Answer({ meeting, item, close }: { meeting: Meeting; item: Safeguard; close: () => void }) {
  const { t } = useTranslation();
  const form = useForm<{ answer: string | null; note: string }>({ initialValues: { answer: item.answer || null, note: item.note } });
  const save = useSessionAction(({ answer, note }: { answer: string | null; note: string }) => body(api.PUT("/api/meetings/{session_id}/visit/{code}", {
    params: { path: { session_id: meeting.id, code: item.code } }, body: { answer: answer as Schemas["VisitAnswer"]["answer"], note } })), close);
  return (
    <Form form={form} action={save} submit={t("meetings.visit.save")}>
      <RadioField label={t("meetings.visit.question")} required choices={ANSWERS.map((value) => ({ value, label: t(`meetings.visit.answer.${value}`) }))} {...form.getInputProps("answer")} />
      <TextField label={t("meetings.visit.note")} description={t("meetings.visit.note_hint")} maxLength={1000} {...form.getInputProps("note")} />
    </Form>
  );
}

function Item({ meeting, item, mayAnswer }: { meeting: Meeting; item: Safeguard; mayAnswer: boolean }) {
  const { t } = useTranslation();
  const two = useTwo();
  const text = two(item.text_en, item.text_ru);
  return (
    <li className={classes.paragraph}>
      <Group gap="xs" align="flex-start"><StatusBadge tone={TONES[item.answer]}>{t(`meetings.visit.answer.${item.answer || "open"}`)}</StatusBadge><span>{text}</span></Group>
      {item.note && <Text size="sm" c="dimmed">{item.note}</Text>}
      {mayAnswer && <Opening key={item.answered_at ?? ""} label={t("meetings.visit.answer_it")} spoken={t("meetings.visit.answer_named", { text })} variant="default" size="xs" leftSection={null}>
        {(close) => <Answer meeting={meeting} item={item} close={close} />}
      </Opening>}
    </li>
  );
}

function Stage({ meeting, visit, stage }: { meeting: Meeting; visit: Visit; stage: Schemas["VisitStageState"] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const confirm = useSessionAction(() => body(api.POST("/api/meetings/{session_id}/visit/confirmations", {
    params: { path: { session_id: meeting.id } }, body: { stage: stage.stage } })));
  return (
    <div>
      <h3 className={classes.number}>{t(`meetings.visit.stage.${stage.stage}`)}</h3>
      <ul className={classes.plain}>
        {visit.items.filter((item) => item.stage === stage.stage).map((item) => <Item key={item.code} meeting={meeting} item={item} mayAnswer={stage.may_answer} />)}
      </ul>
      {stage.confirmed_at
        ? <StatusBadge tone="good">{t("meetings.visit.confirmed", { when: format.longDate(stage.confirmed_at.slice(0, 10)) })}</StatusBadge>
        : <Text size="sm" c="dimmed">{stage.ready ? t("meetings.visit.wants_second") : t("meetings.visit.not_ready")}</Text>}
      {stage.may_confirm && <ActionButton action={confirm}>{t("meetings.visit.confirm")}</ActionButton>}
    </div>
  );
}

/** What keeps a visit from exposing anybody. It does not count as held, nor is its report out, before a second person confirms. */
export function VisitPart({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation();
  const visit = useQuery(visitQuery(meeting.id));
  if (!visit.data) return <Waiting for={visit} />;
  return (
    <Section title={t("meetings.visit.title")}>
      <Text>{t("meetings.visit.lead")}</Text>
      {visit.data.stages.map((stage) => <Stage key={stage.stage} meeting={meeting} visit={visit.data} stage={stage} />)}
    </Section>
  );
}
