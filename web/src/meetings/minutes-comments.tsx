import { Group, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/council";
import { useTwo } from "../i18n/two";
import { Form, Opening, RadioField, SelectField, StatusBadge, TextArea, type Tone } from "../ui";
import classes from "./meetings.module.css";
import { nameIn, useSessionAction, type Meeting, type Minutes } from "./session-queries";

type MinutesComment = Schemas["MinutesComment"];
const TONES: Record<MinutesComment["answer"], Tone> = { none: "waiting", taken: "good", not_taken: "neutral" };

/** A delegation's comment on a paragraph, or on an item of the agenda that it chooses. */
export function AddComment({ meeting, minutes, paragraph, close }: { meeting: Meeting; minutes: Minutes; paragraph?: number; close: () => void }) {
  const { t } = useTranslation();
  const two = useTwo();
  const form = useForm<{ agenda_item_id: string | null; text: string }>({ initialValues: { agenda_item_id: null, text: "" } });
  const add = useSessionAction(({ agenda_item_id, text }: { agenda_item_id: string | null; text: string }) => body(api.POST("/api/meetings/{session_id}/minutes/comments", {
    params: { path: { session_id: meeting.id } }, body: { version: minutes.version, text, ...(paragraph ? { paragraph } : agenda_item_id ? { agenda_item_id } : {}) } })), close);
  return (
    <Form form={form} action={add} submit={t("meetings.minutes.send_comment")} close={close}>
      {!paragraph && <SelectField label={t("meetings.minutes.item")} required {...form.getInputProps("agenda_item_id")}
                                  choices={meeting.agenda.map(({ id, position, title, title_ru }) => ({ value: id, label: `${position}. ${two(title, title_ru)}` }))} />}
      <TextArea label={t("meetings.minutes.your_comment")} required limit={4000} {...form.getInputProps("text")} />
    </Form>
  );
}

function Answer({ meeting, comment, close }: { meeting: Meeting; comment: MinutesComment; close: () => void }) {
  const { t } = useTranslation();
  const form = useForm<{ answer: string | null; reason: string }>({ initialValues: { answer: comment.answer === "none" ? null : comment.answer, reason: comment.reason } });
  const save = useSessionAction(({ answer, reason }: { answer: string | null; reason: string }) => body(api.POST("/api/meetings/{session_id}/minutes/comments/{comment_id}/answer", {
    params: { path: { session_id: meeting.id, comment_id: comment.id } }, body: { answer: answer as "taken" | "not_taken", reason } })), close);
  return (
    <Form form={form} action={save} submit={t("meetings.minutes.save_answer")} close={close}>
      <RadioField label={t("meetings.minutes.is_taken")} required choices={["taken", "not_taken"].map((value) => ({ value, label: t(`meetings.minutes.answer.${value}`) }))} {...form.getInputProps("answer")} />
      <TextArea label={t("meetings.minutes.reason")} description={t("meetings.minutes.reason_hint")} limit={2000} {...form.getInputProps("reason")} />
    </Form>
  );
}

/** One comment and its answer. */
export function Comment({ meeting, minutes, comment }: { meeting: Meeting; minutes: Minutes; comment: MinutesComment }) {
  const { t } = useTranslation();
  const two = useTwo();
  const item = meeting.agenda.find(({ id }) => id === comment.agenda_item_id);
  const who = nameIn(minutes.names, comment.body);
  return (
    <div className={classes.following}>
      <Group gap="xs"><b>{who}</b><StatusBadge tone={TONES[comment.answer]}>{t(`meetings.minutes.answer.${comment.answer}`)}</StatusBadge></Group>
      {item && <Text size="sm" c="dimmed">{t("meetings.minutes.on_item", { position: item.position, title: two(item.title, item.title_ru) })}</Text>}
      <Text className={classes.text}>{comment.text}</Text>
      {comment.version !== minutes.version && <Text size="sm" c="dimmed">{t("meetings.minutes.on_version", { version: comment.version })}</Text>}
      {comment.reason && <Text size="sm">{t("meetings.minutes.because", { reason: comment.reason })}</Text>}
      {minutes.allows.write && <Opening key={comment.answer} label={t("meetings.minutes.answer_it")} spoken={t("meetings.minutes.answer_for", { who })} variant="default" size="xs" leftSection={null}>
        {(close) => <Answer meeting={meeting} comment={comment} close={close} />}
      </Opening>}
    </div>
  );
}
