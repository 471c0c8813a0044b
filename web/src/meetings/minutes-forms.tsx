import { SimpleGrid } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/council";
import { plusDays, today } from "../i18n/dates";
import { DateField, Form, TextArea } from "../ui";
import { useSessionAction, type Meeting, type Minutes } from "./session-queries";

interface Texts { text_en: string; text_ru: string }

/** Writes the draft: paragraphs with an empty line between them. */
export function WriteMinutes({ meeting, minutes, close }: { meeting: Meeting; minutes: Minutes; close: () => void }) {
  const { t } = useTranslation();
  const form = useForm<Texts>({ initialValues: { text_en: minutes.text_en, text_ru: minutes.text_ru } });
  const save = useSessionAction((texts: Texts) => body(api.PUT("/api/meetings/{session_id}/minutes", {
    params: { path: { session_id: meeting.id } }, body: { ...texts, version: minutes.version } })), close);
  return (
    <Form form={form} action={save} submit={t("common.save")} close={close}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextArea label={t("meetings.minutes.text_en")} description={t("meetings.minutes.text_hint")} lang="en" limit={100000} minRows={10} maxRows={30} {...form.getInputProps("text_en")} />
        <TextArea label={t("meetings.minutes.text_ru")} description={t("meetings.minutes.text_hint")} lang="ru" limit={100000} minRows={10} maxRows={30} {...form.getInputProps("text_ru")} />
      </SimpleGrid>
    </Form>
  );
}

/** Gives the draft to the delegations, or moves the day until which they may comment. */
export function Circulate({ meeting, minutes, close }: { meeting: Meeting; minutes: Minutes; close: () => void }) {
  const { t } = useTranslation();
  const form = useForm<{ comments_until: string | null }>({ initialValues: { comments_until: minutes.comments_until ?? null } });
  const give = useSessionAction(({ comments_until }: { comments_until: string | null }) => body(api.POST("/api/meetings/{session_id}/minutes/circulation", {
    params: { path: { session_id: meeting.id } }, body: { version: minutes.version, comments_until: comments_until ?? "" } })), close);
  return (
    <Form form={form} action={give} submit={t("meetings.minutes.circulate_it")} close={close}>
      <DateField label={t("meetings.minutes.comments_until")} description={t("meetings.minutes.comments_until_hint")} required min={plusDays(today(), 1)} {...form.getInputProps("comments_until")} />
    </Form>
  );
}

/** A numbered correction: the approved text itself stays. */
export function Correct({ meeting, close }: { meeting: Meeting; close: () => void }) {
  const { t } = useTranslation();
  const form = useForm<Texts>({ initialValues: { text_en: "", text_ru: "" } });
  const correct = useSessionAction((texts: Texts) => body(api.POST("/api/meetings/{session_id}/minutes/corrections", {
    params: { path: { session_id: meeting.id } }, body: texts })), close);
  return (
    <Form form={form} action={correct} submit={t("meetings.minutes.correct_it")} close={close}>
      <TextArea label={t("meetings.minutes.correction_en")} lang="en" limit={4000} {...form.getInputProps("text_en")} />
      <TextArea label={t("meetings.minutes.correction_ru")} lang="ru" limit={4000} {...form.getInputProps("text_ru")} />
    </Form>
  );
}
