import { SimpleGrid } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/council";
import { DateField, Form, NumberField, TextArea, TextField } from "../ui";
import { BodyField } from "./body-field";
import { useSessionAction, type AgendaItem, type Meeting } from "./session-queries";

export interface AgendaDraft {
  title: string; body: string; title_ru: string; body_ru: string; held_on: string | null; starts_at: string; minutes: number | null; owner: string | null; speaker: string;
}
const EMPTY: AgendaDraft = { title: "", body: "", title_ru: "", body_ru: "", held_on: null, starts_at: "", minutes: null, owner: null, speaker: "" };
/** An item as a form holds it. */
export const agendaDraftOf = ({ title, body: text, title_ru, body_ru, held_on, starts_at, minutes, owner, speaker }: AgendaItem): AgendaDraft =>
  ({ title, body: text, title_ru, body_ru, held_on, starts_at, minutes: minutes || null, owner: owner || null, speaker });
export const agendaInput = ({ held_on, minutes, owner, ...rest }: AgendaDraft): Schemas["AgendaInput"] =>
  ({ ...rest, minutes: minutes ?? 0, owner: owner ?? "", ...(held_on ? { held_on } : {}) });

interface ItemFormProps { meeting: Meeting; initial: AgendaDraft; save: (draft: AgendaDraft) => Promise<unknown>; submit: string; close: () => void }

/** What an item of the agenda is, when it begins and who leads it. */
export function ItemForm({ meeting, initial, save, submit, close }: ItemFormProps) {
  const { t } = useTranslation();
  const form = useForm<AgendaDraft>({ initialValues: initial });
  const action = useSessionAction(save, close);
  return (
    <Form form={form} action={action} submit={submit} close={close}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextField label={t("meetings.item.title")} required maxLength={300} {...form.getInputProps("title")} />
        <TextField label={t("meetings.item.title_ru")} lang="ru" maxLength={300} {...form.getInputProps("title_ru")} />
        <TextArea label={t("meetings.item.body")} limit={4000} {...form.getInputProps("body")} />
        <TextArea label={t("meetings.item.body_ru")} lang="ru" limit={4000} {...form.getInputProps("body_ru")} />
        {meeting.starts_on !== meeting.ends_on && <DateField label={t("meetings.item.held_on")} min={meeting.starts_on} max={meeting.ends_on} {...form.getInputProps("held_on")} />}
        <TextField label={t("meetings.item.starts_at")} description={t("meetings.item.starts_at_hint")} maxLength={5} {...form.getInputProps("starts_at")} />
        <NumberField label={t("meetings.item.minutes")} min={0} max={1440} {...form.getInputProps("minutes")} />
        <BodyField label={t("meetings.item.owner")} unchosen={t("common.none")} {...form.getInputProps("owner")} />
        {meeting.is_public && <TextField label={t("meetings.item.speaker")} description={t("meetings.item.speaker_hint")} maxLength={200} {...form.getInputProps("speaker")} />}
      </SimpleGrid>
    </Form>
  );
}

/** Adds an item at the end. */
export function AddAgendaItem({ meeting, close }: { meeting: Meeting; close: () => void }) {
  const { t } = useTranslation();
  const add = (draft: AgendaDraft) => body(api.POST("/api/meetings/{session_id}/agenda", { params: { path: { session_id: meeting.id } }, body: agendaInput(draft) }));
  return <ItemForm meeting={meeting} initial={EMPTY} save={add} submit={t("meetings.add_item")} close={close} />;
}
