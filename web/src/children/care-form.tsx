import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/node";
import { today } from "../i18n/dates";
import { DateField, Form, SelectField, TextArea, TextField } from "../ui";
import { childPath, LONGEST, useChildAction, useChoices, wordsOf, type Care, type Child } from "./children-data";
import { Meanwhile } from "./meanwhile";

const KINDS: Care["kind"][] = ["parent", "kinship", "foster", "guardianship", "residential", "kafala", "independent"];
const CARERS: Care["carer"][] = ["mother", "father", "both_parents", "grandmother", "grandfather", "sibling", "aunt_uncle", "other_relative", "not_related", "staff", "self"];
const ENDS: Schemas["CareEnd"][] = ["reunified", "planned", "carer_cannot", "child_asked", "unsafe", "of_age", "other"];
const OUTCOMES: Schemas["CareOutcome"][] = ["stays", "family_sought", "move_planned"];
const WORDS = ["name", "contact", "authority", "reason", "ended"];

interface Values {
  kind: string | null;
  carer: string | null;
  from_on: string | null;
  decided_on: string | null;
  ended_for: string | null;
  name: string;
  contact: string;
  authority: string;
  reason: string;
  ended: string;
}

/** Who cares from a day on, in place of who did; or, with `care`, a correction of what stands. */
export function CareForm({ child, care, close }: { child: Child; care?: Care; close: () => void }) {
  const { t } = useTranslation();
  const choices = useChoices();
  const ends = !care && child.care.some(({ to_on }) => !to_on);
  const now = care && child.care.find(({ id }) => id === care.id);
  const form = useForm<Values>({ initialValues: {
    kind: care?.kind ?? null, carer: care?.carer ?? null, from_on: care?.from_on ?? today(), decided_on: care?.decided_on ?? null, ended_for: null,
    name: care?.words.name ?? "", contact: care?.words.contact ?? "", authority: care?.words.authority ?? "", reason: care?.words.reason ?? "", ended: "" } });
  const save = useChildAction(child.case_id, (values: Values) => {
    const input: Schemas["CareInput"] = {
      kind: values.kind as Care["kind"], carer: values.carer as Care["carer"], from_on: values.from_on ?? "", decided_on: values.decided_on ?? undefined,
      words: wordsOf(values, WORDS) };
    return now
      ? body(api.PUT("/api/care/{care_id}", { params: { path: { care_id: now.id } }, body: { ...input, version: now.version } }))
      : body(api.POST("/api/cases/{case_id}/care", { ...childPath(child.case_id), body: { ...input, ...(ends ? { ended_for: values.ended_for as Schemas["CareEnd"] } : {}) } }));
  }, { done: close });
  return (
    <Form form={form} action={save} submit={t("common.save")} close={close}>
      {now && <Meanwhile problem={save.problem} theirs={[
        { label: t("children.care.kind_label"), value: t(`children.care.kind.${now.kind}`) }, { label: t("children.care.carer_label"), value: t(`children.care.carer.${now.carer}`) },
        { label: t("children.care.name"), value: now.words.name }, { label: t("children.care.reason"), value: now.words.reason }]} />}
      <SelectField label={t("children.care.kind_label")} required choices={choices("care.kind", KINDS)} {...form.getInputProps("kind")} />
      <SelectField label={t("children.care.carer_label")} required choices={choices("care.carer", CARERS)} {...form.getInputProps("carer")} />
      <DateField label={t("children.care.from")} required max={today()} {...form.getInputProps("from_on")} />
      <TextField label={t("children.care.name")} maxLength={300} {...form.getInputProps("name")} />
      <TextField label={t("children.care.contact")} maxLength={300} {...form.getInputProps("contact")} />
      <TextField label={t("children.care.authority")} description={t("children.care.authority_hint")} maxLength={300} {...form.getInputProps("authority")} />
      <DateField label={t("children.care.decided_on")} max={today()} {...form.getInputProps("decided_on")} />
      <TextArea label={t("children.care.reason")} minRows={2} limit={LONGEST} {...form.getInputProps("reason")} />
      {ends && <SelectField label={t("children.care.ended_for")} required choices={choices("care.end", ENDS)} {...form.getInputProps("ended_for")} />}
      {ends && <TextArea label={t("children.care.ended")} minRows={1} limit={LONGEST} {...form.getInputProps("ended")} />}
    </Form>
  );
}

interface Review { done_on: string | null; outcome: string | null; found: string }

/** A stay in residential care looked at again. */
export function CareReviewForm({ child, care, close }: { child: Child; care: Care; close: () => void }) {
  const { t } = useTranslation();
  const choices = useChoices();
  const form = useForm<Review>({ initialValues: { done_on: today(), outcome: null, found: "" } });
  const save = useChildAction(child.case_id, (values: Review) => body(api.POST("/api/care/{care_id}/reviews", { params: { path: { care_id: care.id } },
    body: { done_on: values.done_on ?? "", outcome: values.outcome as Schemas["CareOutcome"], words: wordsOf(values, ["found"]) } })), { done: close });
  return (
    <Form form={form} action={save} submit={t("children.care.review")} close={close}>
      <DateField label={t("children.care.review_on")} required max={today()} {...form.getInputProps("done_on")} />
      <SelectField label={t("children.care.outcome_label")} required choices={choices("care.outcome", OUTCOMES)} {...form.getInputProps("outcome")} />
      <TextArea label={t("children.care.found")} required minRows={2} limit={LONGEST} {...form.getInputProps("found")} />
    </Form>
  );
}
