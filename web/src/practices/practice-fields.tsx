import { Button, Checkbox, Group, SimpleGrid, Text } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { SPOKEN_LANGUAGES, type SpokenLanguage } from "../i18n/languages";
import { useStateChoices } from "../i18n/states";
import { useTopicChoices } from "../i18n/topics";
import { useSession } from "../session/session";
import { Icon, NumberField, RadioField, Section, SelectField, TextArea, TextField } from "../ui";
import { newText, type Draft } from "./draft";
import classes from "./practices.module.css";
import { BODY_FIELDS, EVIDENCE } from "./template";

type DraftForm = UseFormReturnType<Draft>;

function AboutIt({ form, fixedState }: { form: DraftForm; fixedState: boolean }) {
  const { t } = useTranslation();
  const topics = useTopicChoices();
  const states = useStateChoices();
  return (
    <Section title={t("practices.about")}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <SelectField label={t("practices.field.kind")} unchosen={null} required {...form.getInputProps("kind")}
                     choices={(["practice", "did_not_work"] as const).map((kind) => ({ value: kind, label: t(`practices.kind.${kind}`) }))} />
        <SelectField label={t("practices.field.state")} required disabled={fixedState} {...form.getInputProps("state")}
                     choices={states} />
        <NumberField label={t("practices.field.year_from")} required thousandSeparator="" allowDecimal={false} {...form.getInputProps("year_from")} />
        <NumberField label={t("practices.field.year_to")} description={t("practices.field.year_to_hint")} thousandSeparator="" allowDecimal={false} {...form.getInputProps("year_to")} />
      </SimpleGrid>
      <Checkbox.Group label={t("practices.field.topics")} required {...form.getInputProps("topics")}>
        <div className={classes.topics}>{topics.map(({ value, label }) => <Checkbox key={value} value={value} label={label} />)}</div>
      </Checkbox.Group>
      <RadioField label={t("practices.field.evidence")} description={t("practices.evidence_scale")} required {...form.getInputProps("evidence")}
                  choices={EVIDENCE.map((grade) => ({ value: grade, label: `${t(`practices.evidence.${grade}`)}. ${t(`practices.evidence_hint.${grade}`)}` }))} />
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <NumberField label={t("practices.field.cost_low")} allowDecimal={false} allowNegative={false} {...form.getInputProps("cost_low")} />
        <NumberField label={t("practices.field.cost_high")} allowDecimal={false} allowNegative={false} {...form.getInputProps("cost_high")} />
        <TextField label={t("practices.field.currency")} description={t("practices.field.currency_hint")} maxLength={3} {...form.getInputProps("currency")} />
      </SimpleGrid>
      <RadioField label={t("practices.field.readers")} required {...form.getInputProps("readers")}
                  choices={(["all", "signed_in"] as const).map((readers) => ({ value: readers, label: t(`practices.readers.${readers}`) }))} />
      <RadioField label={t("practices.field.pictures")} required {...form.getInputProps("pictures")}
                  choices={(["none", "consent_missing", "consent_recorded"] as const).map((pictures) => ({ value: pictures, label: t(`practices.pictures.${pictures}`) }))} />
    </Section>
  );
}

function TextFields({ form, at }: { form: DraftForm; at: number }) {
  const { t } = useTranslation();
  const { kind, texts } = form.values;
  const language = t(`common.language_name.${texts[at]?.language ?? "en"}`);
  return (
    <Section title={t("practices.texts", { language })} actions={texts.length > 1 &&
      <Button variant="subtle" size="sm" leftSection={<Icon name="cross" size={16} />} onClick={() => form.removeListItem("texts", at)}>{t("practices.remove_language", { language })}</Button>}>
      <TextField label={t("practices.field.title")} description={t("practices.hint.title")} required maxLength={300} {...form.getInputProps(`texts.${at}.title`)} />
      {BODY_FIELDS.map((field) => (
        <TextArea key={field} label={t(`practices.template.${kind}.${field}`)} description={t(`practices.hint.${field}`)} limit={6000} {...form.getInputProps(`texts.${at}.${field}`)} />))}
    </Section>
  );
}

/** All fields of the template, in as many languages as somebody writes. */
export function PracticeFields({ form, edition = 1 }: { form: DraftForm; edition?: number }) {
  const { t } = useTranslation();
  const { session } = useSession();
  const free = SPOKEN_LANGUAGES.filter((language) => !form.values.texts.some((text) => text.language === language));
  return (
    <>
      <AboutIt form={form} fixedState={edition > 1 || session?.account.role === "focal_point"} />
      {form.values.texts.map((text, at) => <TextFields key={text.language} form={form} at={at} />)}
      {free.length > 0 && (
        <Group align="flex-end">
          <SelectField label={t("practices.add_language")} description={t("practices.languages_hint")} value={null}
                       onChange={(language) => { if (language) form.insertListItem("texts", newText(language as SpokenLanguage)); }}
                       choices={free.map((language) => ({ value: language, label: t(`common.language_name.${language}`) }))} />
        </Group>)}
      <Text size="sm" c="dimmed">{t("practices.work.submit_hint")}</Text>
    </>
  );
}
