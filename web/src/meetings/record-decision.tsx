import { Button, SimpleGrid } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/council";
import { useAction } from "../api/queries";
import { DateField, Form, SelectField, TextArea } from "../ui";
import { FOLLOWING, type Meeting } from "./queries";

interface Draft {
  agenda_item_id: string | null;
  text_en: string;
  text_ru: string;
  decided_on: string | null;
}

/** Records what the session decided: both languages side by side. */
export function RecordDecision({ meeting, close }: { meeting: Meeting; close: () => void }) {
  const { t } = useTranslation();
  const form = useForm<Draft>({ initialValues: { agenda_item_id: meeting.agenda.length === 1 ? (meeting.agenda[0]?.id ?? null) : null, text_en: "", text_ru: "", decided_on: meeting.starts_on } });
  const record = useAction(({ agenda_item_id, decided_on, ...texts }: Draft) => {
    const input: Schemas["DecisionInput"] = { session_id: meeting.id, decided_on: decided_on ?? "", ...texts, ...(agenda_item_id ? { agenda_item_id } : {}) };
    return body(api.POST("/api/decisions", { body: input }));
  }, { refresh: FOLLOWING, said: t("common.saved"), done: close });
  return (
    <Form form={form} action={record} submit={t("decisions.record_it")} beside={<Button variant="default" onClick={close}>{t("common.cancel")}</Button>}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <SelectField label={t("decisions.field.agenda_item")} placeholder={t("decisions.no_item")} {...form.getInputProps("agenda_item_id")}
                     choices={meeting.agenda.map(({ id, position, title }) => ({ value: id, label: `${position}. ${title}` }))} />
        <DateField label={t("decisions.field.decided_on")} required min={meeting.starts_on} max={meeting.ends_on} {...form.getInputProps("decided_on")} />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextArea label={t("decisions.field.text_en")} lang="en" required limit={8000} minRows={5} {...form.getInputProps("text_en")} />
        <TextArea label={t("decisions.field.text_ru")} lang="ru" description={t("decisions.field.text_ru_hint")} limit={8000} minRows={5} {...form.getInputProps("text_ru")} />
      </SimpleGrid>
    </Form>
  );
}
