import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/node";
import { today } from "../i18n/dates";
import { DateField, Form, Opening, Section, SelectField, TextArea, useFormat } from "../ui";
import { childPath, LONGEST, useChildAction, useChoices, wordsOf, type Child } from "./children-data";
import classes from "./children.module.css";

const MEASURES = ["safe_place", "medical_care", "person_kept_away", "guardian_named", "other"] as const;
interface Values { measure: string | null; taken_on: string | null; what: string; told: string }

function ProtectionForm({ caseId, close }: { caseId: string; close: () => void }) {
  const { t } = useTranslation();
  const choices = useChoices();
  const form = useForm<Values>({ initialValues: { measure: null, taken_on: today(), what: "", told: "" } });
  const save = useChildAction(caseId, (values: Values) => body(api.POST("/api/cases/{case_id}/protection-measures", { ...childPath(caseId), body: {
    measure: values.measure as Schemas["ProtectionKind"], taken_on: values.taken_on ?? "", words: wordsOf(values, ["what", "told"]) } })), { done: close });
  return (
    <Form form={form} action={save} submit={t("common.save")} close={close}>
      <SelectField label={t("children.protection.measure")} required choices={choices("protection.sort", MEASURES)} {...form.getInputProps("measure")} />
      <DateField label={t("children.protection.on")} required max={today()} {...form.getInputProps("taken_on")} />
      <TextArea label={t("children.protection.what")} required minRows={2} limit={LONGEST} {...form.getInputProps("what")} />
      <TextArea label={t("children.protection.told")} minRows={1} limit={LONGEST} {...form.getInputProps("told")} />
    </Form>
  );
}

/** What was done at once, whoever decides later. */
export function ProtectionPart({ child }: { child: Child }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!child.allows.protect && child.measures.length === 0) return null;
  return (
    <Section title={t("children.protection.title")}>
      {child.allows.protect && <p className={classes.quiet}>{t("children.protection.hint")}</p>}
      {child.measures.length > 0 && (
        <ul className={classes.cards}>
          {child.measures.map(({ id, measure, taken_on, words, by }) => (
            <li key={id} className={classes.card}>
              <strong>{t(`children.protection.sort.${measure}`)}</strong>
              <p className={classes.words}>{words.what}</p>
              {words.told && <p className={classes.words}>{`${t("children.protection.told")}: ${words.told}`}</p>}
              <p className={classes.quiet}>{`${by.name} · ${format.longDate(taken_on)}`}</p>
            </li>))}
        </ul>)}
      {child.allows.protect && (
        <Opening label={t("children.protection.record")} variant="default">{(close) => <ProtectionForm caseId={child.case_id} close={close} />}</Opening>)}
    </Section>
  );
}
