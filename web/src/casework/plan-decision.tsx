import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/node";
import { Form, RadioField, TextArea } from "../ui";
import { useCaseAction, type Plan } from "./case-data";

interface Decision {
  decision: string | null;
  comment: string;
}

/** A supervisor approves a plan, or gives it back with a word on what is missing. */
export function PlanDecision({ plan }: { plan: Plan }) {
  const { t } = useTranslation();
  const form = useForm<Decision>({ initialValues: { decision: null, comment: "" } });
  const decide = useCaseAction(plan.case_id,
    ({ decision, comment }: Decision) => body(api.POST("/api/plans/{plan_id}/decision", {
      params: { path: { plan_id: plan.id } },
      body: { version: plan.version, approve: decision === "approve", ...(comment.trim() && { comment: comment.trim() }) },
    })), { said: t("casework.decide.said") });
  const back = form.values.decision === "return";
  return (
    <Form form={form} action={decide} submit={t("casework.decide.submit")}>
      {plan.allows.own_work && <p>{t("casework.approval.own_warning")}</p>}
      <RadioField label={t("casework.decide.plan")} required {...form.getInputProps("decision")}
                  choices={[{ value: "approve", label: t("casework.decide.approve") }, { value: "return", label: t("casework.decide.return") }]} />
      <TextArea label={t(back ? "casework.decide.what_is_missing" : "casework.decide.comment")} required={back} limit={4000}
                {...form.getInputProps("comment")} />
    </Form>
  );
}
