import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/node";
import { Form, RadioField, SelectField, TextArea } from "../ui";
import { useCaseAction, type Closure } from "./case-data";

const REASONS: Schemas["ClosureReason"][] = ["goals_met", "moved", "withdrew", "transferred", "died"];
const given = (text: string) => text.trim() || undefined;

interface Proposal {
  reason: Schemas["ClosureReason"] | null;
  note: string;
}

/** Proposes to close the file; somebody else decides. */
export function ProposeClosure({ caseId, close }: { caseId: string; close: () => void }) {
  const { t } = useTranslation();
  const form = useForm<Proposal>({ initialValues: { reason: null, note: "" } });
  const propose = useCaseAction(caseId, ({ reason, note }: Proposal) => body(api.POST("/api/cases/{case_id}/closure", {
    params: { path: { case_id: caseId } }, body: { reason: reason ?? "goals_met", note: given(note) } })),
  { said: t("casework.closure.proposed_said"), done: close });
  return (
    <Form form={form} action={propose} submit={t("casework.closure.propose")} close={close}>
      <SelectField label={t("casework.closure.why")} required {...form.getInputProps("reason")}
                   choices={REASONS.map((reason) => ({ value: reason, label: t(`casework.closure.reason.${reason}`) }))} />
      <TextArea label={t("casework.closure.note")} description={t("casework.closure.note_hint")} limit={4000} {...form.getInputProps("note")} />
    </Form>
  );
}

interface Decision {
  decision: string | null;
  comment: string;
}

/** The second pair of eyes: closes the file, or says what is still to do. */
export function DecideClosure({ caseId, closure }: { caseId: string; closure: Closure }) {
  const { t } = useTranslation();
  const form = useForm<Decision>({ initialValues: { decision: null, comment: "" } });
  const decide = useCaseAction(caseId, ({ decision, comment }: Decision) => body(api.POST("/api/closures/{closure_id}/decision", {
    params: { path: { closure_id: closure.id } }, body: { approve: decision === "approve", comment: given(comment) } })),
  { said: t("casework.decide.said") });
  const refusing = form.values.decision === "refuse";
  return (
    <Form form={form} action={decide} submit={t("casework.decide.submit")}>
      <RadioField label={t("casework.closure.decide")} required {...form.getInputProps("decision")}
                  choices={[{ value: "approve", label: t("casework.closure.do_close") }, { value: "refuse", label: t("casework.closure.do_refuse") }]} />
      <TextArea label={t(refusing ? "casework.decide.what_is_missing" : "casework.decide.comment")} required={refusing} limit={4000}
                {...form.getInputProps("comment")} />
    </Form>
  );
}

/** Opens a closed file again, with the reason for it. */
export function ReopenCase({ caseId, close }: { caseId: string; close: () => void }) {
  const { t } = useTranslation();
  const form = useForm({ initialValues: { reason: "" } });
  const reopen = useCaseAction(caseId, ({ reason }: { reason: string }) => body(api.POST("/api/cases/{case_id}/reopening", {
    params: { path: { case_id: caseId } }, body: { reason: reason.trim() } })), { said: t("casework.closure.reopened_said"), done: close });
  return (
    <Form form={form} action={reopen} submit={t("casework.closure.reopen")} close={close}>
      <TextArea label={t("casework.closure.reopen_why")} required limit={4000} {...form.getInputProps("reason")} />
    </Form>
  );
}
