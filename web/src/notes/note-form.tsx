import { Button } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/node";
import { plusDays, today } from "../i18n/dates";
import { DateField, Form, TextArea } from "../ui";
import { Meanwhile } from "./meanwhile";
import { choicesOf, useNotesAction, type CaseNote, type NoteKind } from "./notes-data";
import { newRequestId } from "../api/request-id";
import { TapOne } from "./taps";

interface Values {
  happened_on: string | null;
  attendance: string | null;
  next_step: string | null;
  next_on: string | null;
  text: string;
}

const USUAL_DAYS = 7;
const ATTENDANCE = ["came", "came_late", "did_not_come"] as const;
const NEXT_STEPS = ["another_session", "pause", "ended", "other_help"] as const;

/** A note, guidance or a session: new, or one's own to change. A draft is its writer's alone until it is saved. */
export function NoteForm({ caseId, kind, note, close }: { caseId: string; kind: NoteKind; note?: CaseNote; close: () => void }) {
  const { t } = useTranslation();
  const session = kind === "session";
  const request = useRef(newRequestId());
  const [state, setState] = useState<"draft" | "kept">("kept");
  const form = useForm<Values>({ initialValues: {
    happened_on: note?.happened_on ?? today(), attendance: note?.attendance ?? (session ? "came" : null), next_step: note?.next_step ?? (session ? "another_session" : null),
    next_on: note ? note.next_on ?? null : session ? plusDays(today(), USUAL_DAYS) : null, text: note?.text ?? "" } });
  const wants = form.values.next_step === "another_session";
  const chosen = useRef(state);
  const save = useNotesAction(caseId, ({ happened_on, attendance, next_step, next_on, text }: Values) => {
    const input: Schemas["NoteInput"] = {
      kind, state: chosen.current, happened_on: happened_on ?? "", text: text.trim(),
      ...(session && { attendance: attendance as Schemas["Attendance"], next_step: next_step as Schemas["NextStep"] }),
      ...(session && wants && next_on && { next_on }),
      ...(note ? { version: note.version } : { request_id: request.current }) };
    return note
      ? body(api.PUT("/api/notes/{note_id}", { params: { path: { note_id: note.id } }, body: input }))
      : body(api.POST("/api/cases/{case_id}/notes", { params: { path: { case_id: caseId } }, body: input }));
  }, { said: t("common.saved"), done: close });
  const as = (next: "draft" | "kept") => {
    chosen.current = next;
    setState(next);
  };
  return (
    <Form form={form} action={save} submit={t("notes.note.keep")} close={close}
          beside={note?.state !== "kept" && (
            <Button type="submit" variant="subtle" loading={save.pending && state === "draft"} onClickCapture={() => as("draft")}>{t("notes.note.save_draft")}</Button>)}>
      <Meanwhile problem={save.problem} refresh={["cases", caseId, "notes"]} theirs={[{ label: t("notes.note.text"), value: note?.text ?? "" }]} />
      {session && (
        <TapOne required label={t("notes.note.attendance")} choices={choicesOf(t, ATTENDANCE, "note")} value={form.values.attendance}
                onChange={(value) => form.setFieldValue("attendance", value)} />)}
      <TextArea label={t(session ? "notes.note.text_session" : "notes.note.text")} description={t(session ? "notes.note.session_hint" : "notes.note.note_hint")}
                limit={4000} {...form.getInputProps("text")} />
      {session && (
        <TapOne required label={t("notes.note.next_step")} choices={choicesOf(t, NEXT_STEPS, "note")} value={form.values.next_step}
                onChange={(value) => form.setFieldValue("next_step", value)} />)}
      {session && wants && <DateField label={t("notes.note.next_on")} required {...form.getInputProps("next_on")} />}
      <DateField label={t("notes.note.when")} required max={today()} {...form.getInputProps("happened_on")} />
    </Form>
  );
}
