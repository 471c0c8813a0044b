import { SimpleGrid } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/council";
import { useAction } from "../api/queries";
import { useTwo } from "../i18n/two";
import { CheckField, DateField, Form, SelectField, TextArea, TextField } from "../ui";
import { CHANGED } from "./queries";

/** What the form needs to know of the session. */
export interface SessionOfDecision {
  id: string;
  kind: string;
  state: string;
  starts_on: string;
  ends_on: string;
  agenda: { id: string; position: number; title: string; title_ru: string }[];
}
interface Draft {
  agenda_item_id: string | null;
  title: string;
  texts: Record<string, string>;
  decided_on: string | null;
  open_to_all: boolean;
}

/** Records what the session decided by consensus in its hall: both languages side by side. */
export function RecordDecision({ session, day, close }: { session: SessionOfDecision; day: string; close: () => void }) {
  const { t } = useTranslation();
  const two = useTwo();
  const form = useForm<Draft>({ initialValues: {
    agenda_item_id: session.agenda.length === 1 ? (session.agenda[0]?.id ?? null) : null, title: "", texts: { en: "", ru: "" }, decided_on: day, open_to_all: false } });
  const record = useAction(({ agenda_item_id, decided_on, title, ...rest }: Draft) => {
    const input: Schemas["DecisionInput"] = {
      session_id: session.id, decided_on: decided_on ?? "", ...rest, ...(agenda_item_id ? { agenda_item_id } : {}), ...(title.trim() ? { title } : {}) };
    return body(api.POST("/api/decisions", { body: input }));
  }, { refresh: CHANGED, said: t("decisions.recorded"), done: close });
  return (
    <Form form={form} action={record} submit={t("decisions.record_it")} close={close}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <SelectField label={t("decisions.field.agenda_item")} unchosen={t("decisions.no_item")} {...form.getInputProps("agenda_item_id")}
                     choices={session.agenda.map(({ id, position, title, title_ru }) => ({ value: id, label: `${position}. ${two(title, title_ru)}` }))} />
        <DateField label={t("decisions.field.decided_on")} required min={session.starts_on} max={session.ends_on} {...form.getInputProps("decided_on")} />
      </SimpleGrid>
      <TextField label={t("decisions.field.title_short")} description={t("decisions.field.title_short_hint")} maxLength={300} {...form.getInputProps("title")} />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextArea label={t("decisions.text_language.en")} lang="en" required limit={20_000} minRows={5} {...form.getInputProps("texts.en")} />
        <TextArea label={t("decisions.text_language.ru")} lang="ru" limit={20_000} minRows={5} {...form.getInputProps("texts.ru")} />
      </SimpleGrid>
      <CheckField label={t("decisions.field.open_to_all")} {...form.getInputProps("open_to_all", { type: "checkbox" })} />
    </Form>
  );
}
