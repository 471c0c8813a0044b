import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { api, body } from "../../api/node";
import { Form, RadioField, Section, TextArea } from "../../ui";
import { useAssessmentAction, type Assessment } from "./assessment-data";

interface Decision {
  decision: string | null;
  comment: string;
}

/** A second person approves an assessment, or gives it back with a word on what is missing. */
export function DecisionForm({ assessment }: { assessment: Assessment }) {
  const { t } = useTranslation();
  const form = useForm<Decision>({ initialValues: { decision: null, comment: "" } });
  const decide = useAssessmentAction(assessment.case_id, ({ decision, comment }: Decision) =>
    body(api.POST("/api/assessments/{assessment_id}/decision", {
      params: { path: { assessment_id: assessment.id } },
      body: { version: assessment.version, approve: decision === "approve", ...(comment.trim() && { comment: comment.trim() }) },
    })), { said: t("forms.decide.said") });
  const back = form.values.decision === "return";
  return (
    <Section title={t("forms.decide.title")}>
      <Form form={form} action={decide} submit={t("forms.decide.submit")}>
        <RadioField label={t("forms.decide.label")} required {...form.getInputProps("decision")}
                    choices={[{ value: "approve", label: t("forms.decide.approve") }, { value: "return", label: t("forms.decide.return") }]} />
        <TextArea label={t(back ? "forms.decide.what_is_missing" : "forms.decide.comment")} required={back} limit={4000} {...form.getInputProps("comment")} />
      </Form>
    </Section>
  );
}
