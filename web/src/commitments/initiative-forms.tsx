import { SimpleGrid } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/council";
import { useAction } from "../api/queries";
import { useStateName } from "../i18n/states";
import { useTopicChoices } from "../i18n/topics";
import { BodySelect } from "../members/parts";
import { CheckField, DateField, Form, PartialDateField, SelectField, TextField } from "../ui";
import { PILLARS, type Initiative } from "./queries";

const AFFECTED = [["initiatives"]];
interface Draft extends Omit<Schemas["InitiativeInput"], "starts_on" | "ends_on" | "version" | "body"> { body: string | null; starts_on: string | null; ends_on: string | null }

function draftOf(before: Initiative | undefined, states: string[]): Draft {
  if (!before) return { title_en: "", title_ru: "", body: null, state: states[0] ?? "", place: "", starts_on: null, ends_on: null, pillar: "conditions", topic: "other", funder: "", source: "", is_public: true };
  const { title_en, title_ru, body: who, state, place, starts_on, ends_on, pillar, topic, funder, source, is_public } = before;
  return { title_en, title_ru, body: who, state, place, starts_on, ends_on: ends_on ?? null, pillar, topic, funder, source, is_public };
}

const inputOf = ({ body: who, starts_on, ends_on, ...rest }: Draft, version?: number): Schemas["InitiativeInput"] =>
  ({ ...rest, body: who ?? "", starts_on: starts_on ?? "", ...(ends_on ? { ends_on } : {}), ...(version ? { version } : {}) });

/** Adds an initiative, or changes one. `states`: where this reader may enter one, "" for all States. */
export function InitiativeForm({ states, before, close }: { states: string[]; before?: Initiative; close: () => void }) {
  const { t } = useTranslation();
  const topics = useTopicChoices();
  const stateName = useStateName();
  const form = useForm<Draft>({ initialValues: draftOf(before, states) });
  const save = useAction((draft: Draft) => body(before
    ? api.PUT("/api/initiatives/{initiative_id}", { params: { path: { initiative_id: before.id } }, body: inputOf(draft, before.version) })
    : api.POST("/api/initiatives", { body: inputOf(draft) })), { refresh: AFFECTED, said: t("common.saved"), done: close });
  return (
    <Form form={form} action={save} submit={t("common.save")} close={close}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextField label={t("commitments.field.title_en")} required maxLength={300} {...form.getInputProps("title_en")} />
        <TextField label={t("commitments.field.title_ru")} maxLength={300} {...form.getInputProps("title_ru")} />
        <BodySelect label={t("commitments.initiatives.who")} required {...form.getInputProps("body")} />
        <TextField label={t("commitments.initiatives.funder")} maxLength={300} {...form.getInputProps("funder")} />
        <SelectField label={t("commitments.initiatives.where")} unchosen={null} required {...form.getInputProps("state")}
                     choices={states.map((value) => ({ value, label: value ? stateName(value) : t("commitments.all_states") }))} />
        <TextField label={t("commitments.initiatives.place")} maxLength={200} {...form.getInputProps("place")} />
        <PartialDateField label={t("commitments.initiatives.starts_on")} required {...form.getInputProps("starts_on")} />
        <DateField label={t("commitments.initiatives.ends_on")} {...form.getInputProps("ends_on")} />
        <SelectField label={t("commitments.field.pillar")} unchosen={null} required choices={PILLARS.map((value) => ({ value, label: t(`commitments.pillar.${value}`) }))} {...form.getInputProps("pillar")} />
        <SelectField label={t("commitments.field.topic")} unchosen={null} required choices={topics} {...form.getInputProps("topic")} />
      </SimpleGrid>
      <TextField label={t("commitments.field.source")} required maxLength={500} {...form.getInputProps("source")} />
      <CheckField label={t("commitments.field.is_public")} {...form.getInputProps("is_public", { type: "checkbox" })} />
    </Form>
  );
}

/** Takes an initiative out of the list, with the reason. */
export function WithdrawInitiative({ initiative, close }: { initiative: Initiative; close: () => void }) {
  const { t } = useTranslation();
  const form = useForm({ initialValues: { reason: "" } });
  const withdraw = useAction((values: { reason: string }) =>
    body(api.POST("/api/initiatives/{initiative_id}/withdrawal", { params: { path: { initiative_id: initiative.id } }, body: values })), { refresh: AFFECTED, done: close });
  return (
    <Form form={form} action={withdraw} submit={t("commitments.withdraw")} close={close}>
      <TextField label={t("commitments.field.reason")} required maxLength={1000} {...form.getInputProps("reason")} />
    </Form>
  );
}
