import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/node";
import { plusDays, today } from "../i18n/dates";
import { DateField, Form, NumberField, RadioField, SelectField, TextArea, TextField } from "../ui";
import { childPath, LONGEST, useChildAction, useChoices, wordsOf, type Child, type ContactPlan } from "./children-data";
import { Meanwhile } from "./meanwhile";

const WHOM: ContactPlan["whom"][] = ["mother", "father", "sibling", "grandparent", "other_relative"];
const WAYS: ContactPlan["way"][] = ["letters", "calls", "visits"];
const SAFETY: ContactPlan["safety"][] = ["safe", "not_asked", "not_safe"];
const USUAL_DAYS = 14;

interface Values {
  whom: string | null;
  way: string | null;
  every_days: number | null;
  safety: string | null;
  next_on: string | null;
  name: string;
  arranged_by: string;
  why: string;
}

/** With whom, how and how often; and whether it is safe for the child. */
export function ContactForm({ child, plan, close }: { child: Child; plan?: ContactPlan; close: () => void }) {
  const { t } = useTranslation();
  const choices = useChoices();
  const now = plan && child.contact_plans.find(({ id }) => id === plan.id);
  const form = useForm<Values>({ initialValues: {
    whom: plan?.whom ?? null, way: plan?.way ?? null, every_days: plan?.every_days ?? USUAL_DAYS, safety: plan?.safety ?? null,
    next_on: plan?.next_on ?? plusDays(today(), USUAL_DAYS), name: plan?.words.name ?? "", arranged_by: plan?.words.arranged_by ?? "", why: plan?.words.why ?? "" } });
  const { safety } = form.values;
  const save = useChildAction(child.case_id, (values: Values) => {
    const input: Schemas["ContactPlanInput"] = {
      whom: values.whom as ContactPlan["whom"], way: values.way as ContactPlan["way"], every_days: values.every_days ?? 0, safety: values.safety as ContactPlan["safety"],
      next_on: values.safety === "safe" ? values.next_on ?? undefined : undefined, words: wordsOf(values, ["name", "arranged_by", "why"]) };
    return now
      ? body(api.PUT("/api/contact-plans/{plan_id}", { params: { path: { plan_id: now.id } }, body: { ...input, version: now.version } }))
      : body(api.POST("/api/cases/{case_id}/contact-plans", { ...childPath(child.case_id), body: input }));
  }, { done: close });
  return (
    <Form form={form} action={save} submit={t("common.save")} close={close}>
      {now && <Meanwhile problem={save.problem} theirs={[
        { label: t("children.contact.every"), value: t("children.contact.days", { count: now.every_days }) },
        { label: t("children.contact.safety_label"), value: t(`children.contact.safety.${now.safety}`) }, { label: t("children.contact.why"), value: now.words.why }]} />}
      <SelectField label={t("children.contact.whom_label")} required choices={choices("contact.whom", WHOM)} {...form.getInputProps("whom")} />
      <TextField label={t("children.contact.name")} maxLength={300} {...form.getInputProps("name")} />
      <SelectField label={t("children.contact.way_label")} required choices={choices("contact.way", WAYS)} {...form.getInputProps("way")} />
      <RadioField label={t("children.contact.safety_label")} required choices={choices("contact.safety", SAFETY)} {...form.getInputProps("safety")} />
      <TextArea label={t("children.contact.why")} required={safety === "not_safe"} minRows={1} limit={LONGEST} {...form.getInputProps("why")} />
      <NumberField label={t("children.contact.every_label")} required min={1} max={366} {...form.getInputProps("every_days")} />
      {safety === "safe" && <DateField label={t("children.contact.next_on")} required {...form.getInputProps("next_on")} />}
      <TextField label={t("children.contact.arranged_by")} maxLength={300} {...form.getInputProps("arranged_by")} />
    </Form>
  );
}

interface Held { held_on: string | null; took_place: string | null; said: string }

/** A contact that took place, or fell out; the next is due by the plan. */
export function HeldForm({ child, plan, close }: { child: Child; plan: ContactPlan; close: () => void }) {
  const { t } = useTranslation();
  const choices = useChoices();
  const form = useForm<Held>({ initialValues: { held_on: today(), took_place: "took_place", said: "" } });
  const save = useChildAction(child.case_id, (values: Held) => body(api.POST("/api/contact-plans/{plan_id}/contacts", { params: { path: { plan_id: plan.id } },
    body: { held_on: values.held_on ?? "", took_place: values.took_place === "took_place", words: wordsOf(values, ["said"]) } })), { done: close });
  return (
    <Form form={form} action={save} submit={t("common.save")} close={close}>
      <RadioField label={t("children.contact.how_was_it")} required choices={choices("contact", ["took_place", "fell_out"])} {...form.getInputProps("took_place")} />
      <DateField label={t("children.contact.held_on")} required max={today()} {...form.getInputProps("held_on")} />
      <TextArea label={t("children.contact.said")} minRows={2} limit={LONGEST} {...form.getInputProps("said")} />
    </Form>
  );
}
