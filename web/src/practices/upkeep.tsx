import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import type { SpokenLanguage } from "../i18n/languages";
import { DateField, Form, SelectField, TextArea, TextField } from "../ui";
import { steps, usePracticeAction, type Practice } from "./queries";
import { FIELDS, nearest, type Field } from "./template";

/** A slip in a published text, and a note that says what was corrected. */
export function Correction({ practice, close }: { practice: Practice; close: () => void }) {
  const { t, i18n } = useTranslation();
  const first = nearest(practice.texts, i18n.language);
  const correct = usePracticeAction(steps(practice.id).correct, { said: t("practices.step.corrected"), done: close });
  const form = useForm({ initialValues: {
    version: practice.version, language: (first?.language ?? "en") as SpokenLanguage, field: "title" as Field, text: first?.title ?? "", note: "" } });
  const take = (language: SpokenLanguage, field: Field) =>
    form.setValues({ language, field, text: practice.texts.find((text) => text.language === language)?.[field] ?? "" });
  const label = (field: Field) => (field === "title" ? t("practices.field.title") : t(`practices.template.${practice.kind}.${field}`));
  return (
    <Form form={form} action={correct} submit={t("practices.work.correct")} close={close}>
      <SelectField label={t("common.language")} unchosen={null} value={form.values.language} onChange={(language) => take(language as SpokenLanguage, form.values.field)}
                   choices={practice.texts.map(({ language }) => ({ value: language, label: t(`common.language_name.${language}`) }))} />
      <SelectField label={t("practices.work.correct_field")} unchosen={null} value={form.values.field} onChange={(field) => take(form.values.language, field as Field)}
                   choices={FIELDS.map((field) => ({ value: field, label: label(field) }))} />
      <TextArea label={t("practices.work.correct_text")} required limit={6000} {...form.getInputProps("text")} />
      <TextField label={t("practices.work.correct_note")} required maxLength={1000} {...form.getInputProps("note")} />
    </Form>
  );
}

/** Somebody looked at it again, and it holds. */
export function Renewal({ practice, close }: { practice: Practice; close: () => void }) {
  const { t } = useTranslation();
  const renew = usePracticeAction(steps(practice.id).renew, { said: t("practices.step.renewed"), done: close });
  const form = useForm({ initialValues: { review_due_on: "", note: "" } });
  return (
    <Form form={form} action={renew} submit={t("practices.work.renew")} close={close}>
      <DateField label={t("practices.work.until")} required {...form.getInputProps("review_due_on")} />
      <TextArea label={t("practices.work.renew_note")} required limit={2000} {...form.getInputProps("note")} />
    </Form>
  );
}
