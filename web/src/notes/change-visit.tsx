import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/node";
import { useAction } from "../api/queries";
import { plusDays, today } from "../i18n/dates";
import { DateField, Form, SelectField, TextArea } from "../ui";
import { choicesOf } from "./notes-data";
import { TapOne } from "./taps";

type Visit = Schemas["Visit"];

const REASONS = ["family_asked", "nobody_home", "staff_away", "road", "plan_changed", "other"] as const;

interface Values {
  what: string | null;
  due_on: string | null;
  reason: string | null;
  why: string;
}

/** A planned visit is put off or falls out, and a word says why. */
export function ChangeVisit({ caseId, visit, close }: { caseId: string; visit: Visit; close: () => void }) {
  const { t } = useTranslation();
  const form = useForm<Values>({ initialValues: { what: "move", due_on: plusDays(today(), 1), reason: null, why: "" } });
  const moves = form.values.what === "move";
  const change = useAction(({ due_on, reason, why }: Values) => {
    const params = { params: { path: { visit_id: visit.id } } };
    const input = { version: visit.version, reason: reason as Schemas["VisitReason"], ...(why.trim() && { why: why.trim() }) };
    return moves
      ? body(api.POST("/api/visits/{visit_id}/move", { ...params, body: { ...input, due_on: due_on ?? "" } }))
      : body(api.POST("/api/visits/{visit_id}/cancellation", { ...params, body: input }));
  }, { refresh: [["cases", caseId], ["tasks"]], said: t(moves ? "notes.visit.moved_said" : "notes.visit.cancelled_said"), done: close });
  return (
    <Form form={form} action={change} submit={t(moves ? "notes.visit.move" : "notes.visit.cancel")} close={close}>
      <TapOne required label={t("notes.visit.what")} value={form.values.what} onChange={(value) => form.setFieldValue("what", value)}
              choices={[{ value: "move", label: t("notes.visit.move") }, { value: "cancel", label: t("notes.visit.cancel") }]} />
      {moves && <DateField label={t("notes.visit.to")} required min={today()} {...form.getInputProps("due_on")} />}
      <SelectField label={t("notes.visit.reason")} required choices={choicesOf(t, REASONS, "reason")} {...form.getInputProps("reason")} />
      <TextArea label={t("notes.visit.why")} required={form.values.reason === "other"} limit={4000} {...form.getInputProps("why")} />
    </Form>
  );
}
