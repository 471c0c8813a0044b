import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/node";
import { today } from "../i18n/dates";
import { DateField, Form, RadioField, SelectField, TextArea } from "../ui";
import { useCaseAction, type Order } from "./case-data";

interface Decision {
  verdict: string | null;
  comment: string;
}

/** A supervisor decides on a request. */
export function DecisionForm({ caseId, order, close }: { caseId: string; order: Order; close: () => void }) {
  const { t } = useTranslation();
  const form = useForm<Decision>({ initialValues: { verdict: null, comment: "" } });
  const decide = useCaseAction(caseId, ({ verdict, comment }: Decision) => body(api.POST("/api/orders/{order_id}/decision", {
    params: { path: { order_id: order.id } },
    body: { version: order.version, approve: verdict === "approve", ...(comment.trim() && { comment: comment.trim() }) } })),
  { said: t("common.saved"), done: close });
  return (
    <Form form={form} action={decide} submit={t("casework.order.confirm")} close={close}>
      <RadioField label={t("casework.order.verdict")} required {...form.getInputProps("verdict")}
                  choices={[{ value: "approve", label: t("casework.order.approve") }, { value: "refuse", label: t("casework.order.not_approve") }]} />
      <TextArea label={t("casework.order.comment")} description={t("casework.order.comment_hint")} limit={4000} minRows={2}
                required={form.values.verdict === "refuse"} {...form.getInputProps("comment")} />
    </Form>
  );
}

type Outcome = Schemas["ServiceOutcome"];
const OUTCOMES: Outcome[] = ["helped", "helped_partly", "did_not_help", "not_taken_up", "not_known"];

interface Said {
  outcome: Outcome | null;
  on: string | null;
  note: string;
}

/** What came of a delivered service. */
export function OutcomeForm({ caseId, order, close }: { caseId: string; order: Order; close: () => void }) {
  const { t } = useTranslation();
  const form = useForm<Said>({ initialValues: { outcome: order.outcome ?? null, on: today(), note: order.outcome_note } });
  const say = useCaseAction(caseId, ({ outcome, on, note }: Said) => body(api.POST("/api/orders/{order_id}/outcome", {
    params: { path: { order_id: order.id } },
    body: { version: order.version, outcome: outcome ?? "not_known", on: on ?? "", ...(note.trim() && { note: note.trim() }) } })),
  { said: t("common.saved"), done: close });
  return (
    <Form form={form} action={say} submit={t("common.save")} close={close}>
      <SelectField label={t("casework.order.what_came")} required {...form.getInputProps("outcome")}
                   choices={OUTCOMES.map((outcome) => ({ value: outcome, label: t(`casework.order.outcome.${outcome}`) }))} />
      <DateField label={t("casework.order.asked_when")} required max={today()} {...form.getInputProps("on")} />
      <TextArea label={t("casework.order.note")} limit={4000} minRows={2} {...form.getInputProps("note")} />
    </Form>
  );
}
