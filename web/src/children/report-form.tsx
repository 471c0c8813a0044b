import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/node";
import { plusDays, today } from "../i18n/dates";
import { DateField, Form, SelectField, TextArea } from "../ui";
import { childPath, LONGEST, useChildAction, useChoices, wordsOf, type Child, type Report } from "./children-data";
import { Meanwhile } from "./meanwhile";
import { QUESTIONS } from "./report-text";

const KINDS: Report["kind"][] = ["short", "comprehensive", "panel", "review"];
const USUAL_DAYS = 90;

type Values = { kind: string | null; review_on: string | null } & Record<(typeof QUESTIONS)[number], string>;

/** The questions about a child's best interests; it may be saved half done. */
export function ReportForm({ child, report, close }: { child: Child; report?: Report; close: () => void }) {
  const { t } = useTranslation();
  const choices = useChoices();
  const now = report && child.reports.find(({ id }) => id === report.id);
  const texts = Object.fromEntries(QUESTIONS.map((name) => [name, report?.words[name] ?? ""])) as Record<(typeof QUESTIONS)[number], string>;
  const form = useForm<Values>({ initialValues: { kind: report?.kind ?? null, review_on: report?.review_on ?? plusDays(today(), USUAL_DAYS), ...texts } });
  const save = useChildAction(child.case_id, (values: Values) => {
    const input = { review_on: values.review_on ?? undefined, words: wordsOf(values, QUESTIONS) };
    return now
      ? body(api.PUT("/api/interests/{report_id}", { params: { path: { report_id: now.id } }, body: { ...input, version: now.version } }))
      : body(api.POST("/api/cases/{case_id}/interests", { ...childPath(child.case_id), body: { ...input, kind: values.kind as Report["kind"] } }));
  }, { done: close });
  return (
    <Form form={form} action={save} submit={t("children.interests.save")} close={close}>
      {now && <Meanwhile problem={save.problem} theirs={QUESTIONS.map((name) => ({ label: t(`children.interests.short.${name}`), value: now.words[name] }))} />}
      {!report && <SelectField label={t("children.interests.kind_label")} required choices={choices("interests.kind", KINDS)} {...form.getInputProps("kind")} />}
      {QUESTIONS.map((name) => (
        <TextArea key={name} label={t(`children.interests.question.${name}`)} minRows={2} limit={LONGEST} {...form.getInputProps(name)} />))}
      <DateField label={t("children.interests.review_on")} min={plusDays(today(), 1)} {...form.getInputProps("review_on")} />
    </Form>
  );
}
