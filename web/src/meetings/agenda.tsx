import { Button, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/council";
import { useAction } from "../api/queries";
import { Empty, Form, TextArea, TextField } from "../ui";
import classes from "./meetings.module.css";
import type { Meeting } from "./queries";

/** The items in their order. */
export function Agenda({ meeting: { agenda } }: { meeting: Meeting }) {
  const { t } = useTranslation();
  if (agenda.length === 0) return <Empty title={t("meetings.no_agenda")} hint={t("meetings.no_agenda_hint")} icon="table" />;
  return (
    <ol className={classes.agenda}>
      {agenda.map(({ id, title, body: text }) => (
        <li key={id}><b>{title}</b>{text && <Text className={classes.text}>{text}</Text>}</li>
      ))}
    </ol>
  );
}

/** Adds an item at the end. */
export function AddAgendaItem({ sessionId, close }: { sessionId: string; close: () => void }) {
  const { t } = useTranslation();
  const form = useForm({ initialValues: { title: "", body: "" } });
  const add = useAction(
    (values: { title: string; body: string }) =>
      body(api.POST("/api/meetings/{session_id}/agenda", { params: { path: { session_id: sessionId } }, body: values })),
    { refresh: [["meetings", sessionId]], said: t("common.saved"), done: close });
  return (
    <Form form={form} action={add} submit={t("meetings.add_item")} beside={<Button variant="default" onClick={close}>{t("common.cancel")}</Button>}>
      <TextField label={t("meetings.item.title")} required maxLength={300} {...form.getInputProps("title")} />
      <TextArea label={t("meetings.item.body")} limit={4000} {...form.getInputProps("body")} />
    </Form>
  );
}
