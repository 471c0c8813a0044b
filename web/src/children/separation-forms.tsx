import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/node";
import { Form, PartialDateField, SelectField, TextArea, TextField } from "../ui";
import { childPath, LONGEST, useChildAction, useChoices, wordsOf, type Child, type Tracing } from "./children-data";
import { Meanwhile } from "./meanwhile";

const CIRCUMSTANCES: Schemas["SeparationKind"][] = ["conflict", "death", "detention", "journey", "left_in_care", "not_known", "other"];
const SOUGHT: Tracing["sought"][] = ["mother", "father", "sibling", "grandmother", "grandfather", "aunt_uncle", "other_relative"];

interface Separation { circumstance: string | null; since: string | null; how: string; last_seen: string }

/** How the child came to be without those who cared for them. */
export function SeparationForm({ child, close }: { child: Child; close: () => void }) {
  const { t } = useTranslation();
  const choices = useChoices();
  const { separation } = child;
  const form = useForm<Separation>({ initialValues: {
    circumstance: separation?.circumstance ?? null, since: separation?.since ?? null, how: separation?.words.how ?? "", last_seen: separation?.words.last_seen ?? "" } });
  const save = useChildAction(child.case_id, (values: Separation) => body(api.PUT("/api/cases/{case_id}/separation", { ...childPath(child.case_id), body: {
    version: separation?.version ?? 0, circumstance: values.circumstance as Schemas["SeparationKind"], since: values.since || undefined,
    words: wordsOf(values, ["how", "last_seen"]) } })), { done: close });
  return (
    <Form form={form} action={save} submit={t("common.save")} close={close}>
      <Meanwhile problem={save.problem} theirs={[{ label: t("children.family.how"), value: separation?.words.how }, { label: t("children.family.last_seen"), value: separation?.words.last_seen }]} />
      <SelectField label={t("children.family.circumstance_label")} required choices={choices("family.circumstance", CIRCUMSTANCES)} {...form.getInputProps("circumstance")} />
      <PartialDateField label={t("children.family.since")} {...form.getInputProps("since")} />
      <TextArea label={t("children.family.how")} minRows={2} limit={LONGEST} {...form.getInputProps("how")} />
      <TextArea label={t("children.family.last_seen")} minRows={1} limit={LONGEST} {...form.getInputProps("last_seen")} />
    </Form>
  );
}

interface Sought { sought: string | null; name: string; asked_of: string }

/** Begins to look for a relative. */
export function TracingForm({ caseId, close }: { caseId: string; close: () => void }) {
  const { t } = useTranslation();
  const choices = useChoices();
  const form = useForm<Sought>({ initialValues: { sought: null, name: "", asked_of: "" } });
  const save = useChildAction(caseId, (values: Sought) => body(api.POST("/api/cases/{case_id}/tracing", {
    ...childPath(caseId), body: { sought: values.sought as Tracing["sought"], words: wordsOf(values, ["name", "asked_of"]) } })), { done: close });
  return (
    <Form form={form} action={save} submit={t("common.save")} close={close}>
      <SelectField label={t("children.tracing.whom")} required choices={choices("tracing.sought", SOUGHT)} {...form.getInputProps("sought")} />
      <TextField label={t("children.tracing.name")} maxLength={300} {...form.getInputProps("name")} />
      <TextField label={t("children.tracing.asked_of")} maxLength={300} {...form.getInputProps("asked_of")} />
    </Form>
  );
}
