import { Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/council";
import { Form, Opening, RadioField, SelectField, TextArea } from "../ui";
import classes from "./practices.module.css";
import { usePracticeAction, type PracticeReview } from "./queries";
import { CRITERIA, VERDICTS } from "./template";

type Verdict = Schemas["PracticeMark"]["verdict"];
interface Draft {
  marks: { criterion: Schemas["PracticeCriterion"]; verdict: Verdict | null; comment: string }[];
  overall: "publish" | "changes" | null;
  comment: string;
}

function Conflict({ review, close }: { review: PracticeReview; close: () => void }) {
  const { t } = useTranslation();
  const form = useForm({ initialValues: { statement: "" } });
  const declare = usePracticeAction((values: { statement: string }) =>
    body(api.POST("/api/practice-reviews/{review_id}/conflict", { params: { path: { review_id: review.id } }, body: values })), { said: t("practices.review.excused") });
  return (
    <Form form={form} action={declare} submit={t("practices.review.declare")} close={close}>
      <Text c="dimmed">{t("practices.review.conflict_hint")}</Text>
      <TextArea label={t("practices.review.conflict_statement")} required limit={1000} {...form.getInputProps("statement")} />
    </Form>
  );
}

/** The reviewer's own answers: each criterion, a recommendation, words to the authors. */
export function MyReview({ review }: { review: PracticeReview }) {
  const { t } = useTranslation();
  const form = useForm<Draft>({ initialValues: { marks: CRITERIA.map((criterion) => ({ criterion, verdict: null, comment: "" })), overall: null, comment: "" } });
  const give = usePracticeAction((draft: Draft) => body(api.POST("/api/practice-reviews/{review_id}/verdict", {
    params: { path: { review_id: review.id } }, body: draft as Schemas["PracticeVerdict"] })), { said: t("practices.review.given") });
  return (
    <>
      <Form form={form} action={give} submit={t("practices.review.give")}>
        {CRITERIA.map((criterion, i) => {
          const name = t(`practices.review.criterion.${criterion}`);
          return (
            <fieldset key={criterion} className={classes.part} style={{ border: 0, margin: 0, paddingInline: 0 }}>
              <legend><b>{name}</b></legend>
              <Text size="sm" c="dimmed">{t(`practices.review.criterion_hint.${criterion}`)}</Text>
              <SelectField label={t("practices.review.verdict_label", { criterion: name })} required {...form.getInputProps(`marks.${i}.verdict`)}
                           choices={VERDICTS.map((verdict) => ({ value: verdict, label: t(`practices.review.verdict.${verdict}`) }))} />
              <TextArea label={t("practices.review.comment_label", { criterion: name })} description={t("practices.review.comment_hint")} minRows={2} limit={2000}
                        {...form.getInputProps(`marks.${i}.comment`)} />
            </fieldset>
          );
        })}
        <RadioField label={t("practices.review.overall")} required {...form.getInputProps("overall")}
                    choices={(["publish", "changes"] as const).map((overall) => ({ value: overall, label: t(`practices.review.overall_of.${overall}`) }))} />
        <TextArea label={t("practices.review.comment")} limit={4000} {...form.getInputProps("comment")} />
      </Form>
      <Opening label={t("practices.review.conflict")} variant="subtle">{(close) => <Conflict review={review} close={close} />}</Opening>
    </>
  );
}
