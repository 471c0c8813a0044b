import { useForm } from "@mantine/form";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/node";
import { plusDays, today } from "../i18n/dates";
import { DateField, Form, SelectField, TextArea, useFormat } from "../ui";
import { Meanwhile } from "./meanwhile";
import { choicesOf, useNotesAction, type Incident } from "./notes-data";
import { newRequestId } from "../api/request-id";
import { TapOne } from "./taps";

const PLACES = ["school", "street", "online", "office", "media", "neighbourhood", "work", "other"] as const;
const KINDS = ["name_calling", "exclusion", "refused_service", "intimidation", "violence", "exposure", "other"] as const;
const OUTCOMES = ["stopped", "settled", "goes_on", "handed_on"] as const;
const USUAL_DAYS = 7;

interface Values {
  place: string | null;
  kind: string | null;
  happened_on: string | null;
  what: string;
  done: string;
  follow_up_on: string | null;
}

/** What happened, where, what was done, and when somebody looks again: a new incident, or a correction. */
export function IncidentForm({ caseId, incident, close }: { caseId: string; incident?: Incident; close: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const request = useRef(newRequestId());
  const form = useForm<Values>({ initialValues: {
    place: incident?.place ?? null, kind: incident?.kind ?? null, happened_on: incident?.happened_on ?? today(), what: incident?.what ?? "", done: incident?.done ?? "",
    follow_up_on: incident?.follow_up_on ?? plusDays(today(), USUAL_DAYS) } });
  const save = useNotesAction(caseId, (values: Values) => {
    const input: Schemas["IncidentInput"] = {
      place: values.place as Incident["place"], kind: values.kind as Incident["kind"], happened_on: values.happened_on ?? "", what: values.what.trim(),
      done: values.done.trim(), follow_up_on: values.follow_up_on ?? "", ...(incident ? { version: incident.version } : { request_id: request.current }) };
    return incident
      ? body(api.PUT("/api/incidents/{incident_id}", { params: { path: { incident_id: incident.id } }, body: input }))
      : body(api.POST("/api/cases/{case_id}/incidents", { params: { path: { case_id: caseId } }, body: input }));
  }, { said: t("notes.incident.saved"), done: close });
  const theirs = incident ? [
    { label: t("notes.incident.what"), value: incident.what }, { label: t("notes.incident.done"), value: incident.done },
    ...(incident.follow_up_on ? [{ label: t("notes.incident.follow_up"), value: format.date(incident.follow_up_on) }] : [])] : [];
  return (
    <Form form={form} action={save} submit={t("notes.incident.save")} close={close}>
      <Meanwhile problem={save.problem} refresh={["cases", caseId, "incidents"]} theirs={theirs} />
      <SelectField label={t("notes.incident.place")} required choices={choicesOf(t, PLACES, "incident.at")} {...form.getInputProps("place")} />
      <SelectField label={t("notes.incident.kind")} required choices={choicesOf(t, KINDS, "incident.sort")} {...form.getInputProps("kind")} />
      <DateField label={t("notes.incident.when")} required max={today()} {...form.getInputProps("happened_on")} />
      <TextArea label={t("notes.incident.what")} required limit={4000} {...form.getInputProps("what")} />
      <TextArea label={t("notes.incident.done")} limit={4000} {...form.getInputProps("done")} />
      <DateField label={t("notes.incident.follow_up")} required min={today()} {...form.getInputProps("follow_up_on")} />
    </Form>
  );
}

interface Step {
  text: string;
  done_on: string | null;
  then: string | null;
  follow_up_on: string | null;
  outcome: string | null;
}

/** What was done since; then either a day to look again, or how it ended. */
export function StepForm({ caseId, incident, close }: { caseId: string; incident: Incident; close: () => void }) {
  const { t } = useTranslation();
  const form = useForm<Step>({ initialValues: { text: "", done_on: today(), then: "again", follow_up_on: plusDays(today(), USUAL_DAYS), outcome: null } });
  const ends = form.values.then === "end";
  const save = useNotesAction(caseId, ({ text, done_on, follow_up_on, outcome }: Step) => body(api.POST("/api/incidents/{incident_id}/steps", {
    params: { path: { incident_id: incident.id } },
    body: { version: incident.version, done_on: done_on ?? "", text: text.trim(),
      ...(ends ? { outcome: outcome as Schemas["IncidentOutcome"] } : { follow_up_on: follow_up_on ?? "" }) } })),
  { said: t("notes.incident.followed"), done: close });
  const last = incident.steps.at(-1);
  return (
    <Form form={form} action={save} submit={t("notes.incident.step")} close={close}>
      <Meanwhile problem={save.problem} refresh={["cases", caseId, "incidents"]} theirs={[{ label: t("notes.incident.step_text"), value: last?.text ?? incident.done }]} />
      <TextArea label={t("notes.incident.step_text")} required limit={4000} {...form.getInputProps("text")} />
      <DateField label={t("notes.incident.step_when")} required max={today()} {...form.getInputProps("done_on")} />
      <TapOne required label={t("notes.incident.goes")} value={form.values.then} onChange={(value) => form.setFieldValue("then", value)}
              choices={[{ value: "again", label: t("notes.incident.again") }, { value: "end", label: t("notes.incident.end") }]} />
      {ends
        ? <SelectField label={t("notes.incident.outcome.label")} required choices={choicesOf(t, OUTCOMES, "incident.outcome")} {...form.getInputProps("outcome")} />
        : <DateField label={t("notes.incident.follow_up")} required min={today()} {...form.getInputProps("follow_up_on")} />}
    </Form>
  );
}
