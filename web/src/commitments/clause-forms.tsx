import { SimpleGrid } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/council";
import { useAction } from "../api/queries";
import { useStateName } from "../i18n/states";
import { useTopicChoices } from "../i18n/topics";
import { Form, SelectField, TextArea, TextField } from "../ui";
import { AFFECTED, PILLARS, STATUSES, type Commitment } from "./queries";

type ClauseInput = Schemas["CommitmentInput"];
type ReportInput = Schemas["NationalActionInput"];

/** Adds a clause to a document, or changes one. */
export function ClauseForm({ documentId, before, close }: { documentId: string; before?: Commitment; close: () => void }) {
  const { t } = useTranslation();
  const topics = useTopicChoices();
  const form = useForm<ClauseInput>({ initialValues: before
    ? { clause: before.clause, text_en: before.text_en, text_ru: before.text_ru, pillar: before.pillar, topic: before.topic, version: before.version }
    : { clause: "", text_en: "", text_ru: "", pillar: "rights", topic: "other" } });
  const save = useAction((input: ClauseInput) => body(before
    ? api.PUT("/api/commitments/{commitment_id}", { params: { path: { commitment_id: before.id } }, body: input })
    : api.POST("/api/commitment-documents/{document_id}/commitments", { params: { path: { document_id: documentId } }, body: input })),
    { refresh: AFFECTED, said: t("common.saved"), done: close });
  return (
    <Form form={form} action={save} submit={t("common.save")} close={close}>
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <TextField label={t("commitments.field.clause")} required maxLength={40} {...form.getInputProps("clause")} />
        <SelectField label={t("commitments.field.pillar")} unchosen={null} required choices={PILLARS.map((value) => ({ value, label: t(`commitments.pillar.${value}`) }))} {...form.getInputProps("pillar")} />
        <SelectField label={t("commitments.field.topic")} unchosen={null} required choices={topics} {...form.getInputProps("topic")} />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextArea label={t("commitments.field.text_en")} required limit={4000} {...form.getInputProps("text_en")} />
        <TextArea label={t("commitments.field.text_ru")} limit={4000} {...form.getInputProps("text_ru")} />
      </SimpleGrid>
    </Form>
  );
}

/** What a State says that it does about a clause. `states`: for whom this reader may say it. */
export function ReportForm({ commitment, states, close }: { commitment: Commitment; states: string[]; close: () => void }) {
  const { t } = useTranslation();
  const stateName = useStateName();
  const form = useForm<ReportInput>({ initialValues: { state: states.length === 1 ? states[0] ?? "" : "", status: "planned", what: "", evidence: "", evidence_link: "" } });
  const report = useAction((input: ReportInput) => body(api.POST("/api/commitments/{commitment_id}/actions", { params: { path: { commitment_id: commitment.id } }, body: input })),
    { refresh: AFFECTED, said: t("commitments.reported"), done: close });
  return (
    <Form form={form} action={report} submit={t("commitments.report")} close={close}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <SelectField label={t("commitments.field.state")} required choices={states.map((value) => ({ value, label: stateName(value) }))} {...form.getInputProps("state")} />
        <SelectField label={t("commitments.field.status")} unchosen={null} required choices={STATUSES.map((value) => ({ value, label: t(`commitments.status.${value}`) }))} {...form.getInputProps("status")} />
      </SimpleGrid>
      <TextArea label={t("commitments.field.what")} required limit={4000} {...form.getInputProps("what")} />
      <TextArea label={t("commitments.field.evidence")} limit={2000} {...form.getInputProps("evidence")} />
      <TextField label={t("commitments.field.evidence_link")} type="url" inputMode="url" maxLength={1000} {...form.getInputProps("evidence_link")} />
    </Form>
  );
}
