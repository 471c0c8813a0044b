import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/node";
import { today } from "../i18n/dates";
import { DateField, Form, Opening, RadioField, Section, SelectField, StatusBadge, TextArea, TextField, useFormat, type Tone } from "../ui";
import { childPath, LONGEST, useChildAction, useChoices, wordsOf, type Child } from "./children-data";
import classes from "./children.module.css";

type Answer = Schemas["ParentAnswer"];
const PARENTS: Answer["parent"][] = ["mother", "father", "guardian"];
const WHERE: Answer["whereabouts"][] = ["imprisoned", "abroad", "elsewhere", "not_known"];
const ABOUT: Answer["about"][] = ["return", "care", "documents", "health", "school", "travel"];
const HOW: Answer["asked_how"][] = ["visit", "letter", "call", "authority", "consulate"];
const ANSWERS: Answer["answer"][] = ["given", "refused", "not_reached"];
const TONES: Record<Answer["answer"], Tone> = { given: "good", refused: "warning", not_reached: "waiting" };

interface Values {
  parent: string | null;
  whereabouts: string | null;
  about: string | null;
  asked_how: string | null;
  answer: string | null;
  asked_on: string | null;
  said: string;
  authority: string;
  document: string;
}

function AnswerForm({ caseId, close }: { caseId: string; close: () => void }) {
  const { t } = useTranslation();
  const choices = useChoices();
  const form = useForm<Values>({ initialValues: {
    parent: null, whereabouts: null, about: null, asked_how: null, answer: null, asked_on: today(), said: "", authority: "", document: "" } });
  const save = useChildAction(caseId, (values: Values) => body(api.POST("/api/cases/{case_id}/parent-answers", { ...childPath(caseId), body: {
    parent: values.parent as Answer["parent"], whereabouts: values.whereabouts as Answer["whereabouts"], about: values.about as Answer["about"],
    asked_how: values.asked_how as Answer["asked_how"], answer: values.answer as Answer["answer"], asked_on: values.asked_on ?? "",
    words: wordsOf(values, ["said", "authority", "document"]) } })), { done: close });
  const passedOn = form.values.asked_how === "authority" || form.values.asked_how === "consulate";
  return (
    <Form form={form} action={save} submit={t("common.save")} close={close}>
      <SelectField label={t("children.parents.parent_label")} required choices={choices("parents.parent", PARENTS)} {...form.getInputProps("parent")} />
      <SelectField label={t("children.parents.whereabouts_label")} required choices={choices("parents.whereabouts", WHERE)} {...form.getInputProps("whereabouts")} />
      <SelectField label={t("children.parents.about_label")} required choices={choices("parents.about", ABOUT)} {...form.getInputProps("about")} />
      <SelectField label={t("children.parents.how_label")} required choices={choices("parents.how", HOW)} {...form.getInputProps("asked_how")} />
      <TextField label={t("children.parents.authority")} required={passedOn} maxLength={300} {...form.getInputProps("authority")} />
      <DateField label={t("children.parents.asked_on")} required max={today()} {...form.getInputProps("asked_on")} />
      <RadioField label={t("children.parents.answer_label")} required choices={choices("parents.answer", ANSWERS)} {...form.getInputProps("answer")} />
      <TextArea label={t("children.parents.said")} minRows={1} limit={LONGEST} {...form.getInputProps("said")} />
      <TextField label={t("children.parents.document")} maxLength={300} {...form.getInputProps("document")} />
    </Form>
  );
}

/** What an absent or imprisoned parent said when asked. */
export function ParentsPart({ child }: { child: Child }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!child.allows.write && child.parent_answers.length === 0) return null;
  return (
    <Section title={t("children.parents.title")}>
      {child.parent_answers.length === 0 && <p className={classes.quiet}>{t("children.parents.empty")}</p>}
      {child.parent_answers.length > 0 && (
        <ul className={classes.cards}>
          {child.parent_answers.map((each) => (
            <li key={each.id} className={classes.card}>
              <div className={classes.line}>
                <strong>{`${t(`children.parents.parent.${each.parent}`)} (${t(`children.parents.whereabouts.${each.whereabouts}`)}): ${t(`children.parents.about.${each.about}`)}`}</strong>
                <StatusBadge tone={TONES[each.answer]}>{t(`children.parents.answer.${each.answer}`)}</StatusBadge>
              </div>
              {each.words.said && <p className={classes.words}>{each.words.said}</p>}
              <p className={classes.quiet}>
                {[t(`children.parents.how.${each.asked_how}`), each.words.authority, each.words.document, format.date(each.asked_on), each.by.name].filter(Boolean).join(" · ")}
              </p>
            </li>))}
        </ul>)}
      {child.allows.write && <Opening label={t("children.parents.record")} variant="default">{(close) => <AnswerForm caseId={child.case_id} close={close} />}</Opening>}
    </Section>
  );
}
