import { Button, Group } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, body } from "../../api/node";
import { Problem } from "../../api/problem";
import { ConfirmDialog, Icon, ProblemNotice, Section, useSearchState } from "../../ui";
import { evaluate } from "../engine/evaluate";
import { FormLanguage, FormScreens } from "../fill/form-screens";
import classes from "../forms.module.css";
import { useAssessmentAction, useFormLanguage, type Assessment } from "./assessment-data";
import { ClashForm } from "./clash-form";
import { SavingLine } from "./saving-line";
import { useDraft } from "./use-draft";

function Drop({ assessment }: { assessment: Assessment }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const drop = useAssessmentAction(assessment.case_id, async () => {
    await navigate({ to: "/cases/$caseId", params: { caseId: assessment.case_id }, hash: "needs", ignoreBlocker: true } as never);
    await body(api.DELETE("/api/assessments/{assessment_id}", { params: { path: { assessment_id: assessment.id } } }));
  }, { said: t("forms.fill.dropped_said") });
  return (
    <ConfirmDialog action={drop} danger button={t("forms.fill.drop")} title={t("forms.fill.drop_title")} confirm={t("forms.fill.drop_do")}>
      {t("forms.fill.drop_text")}
    </ConfirmDialog>
  );
}

/** Answering a form in a case file, on whatever screen. */
export function Filler({ assessment }: { assessment: Assessment }) {
  const { t } = useTranslation();
  const { definition, today, allows } = assessment;
  const draft = useDraft(assessment);
  const [tried, setTried] = useState(false);
  const [{ part }, setSearch] = useSearchState({ part: "" });
  const [language, choose] = useFormLanguage(definition);
  const evaluation = useMemo(() => evaluate(definition, draft.answers, today), [definition, draft.answers, today]);
  const submit = useAssessmentAction(assessment.case_id, async () => {
    if (!(await draft.flush())) throw draft.saving.kind === "failed" ? draft.saving.problem : new Problem(409, "assessment.not_saved");
    return body(api.POST("/api/assessments/{assessment_id}/submission", {
      params: { path: { assessment_id: assessment.id } }, body: { version: draft.version } }));
  }, { said: t("forms.fill.submitted_said") });
  if (!evaluation) return <ProblemNotice problem={new Problem(500, "form.cannot_be_shown")} />;

  const trySubmit = () => {
    setTried(false);
    if (evaluation.errors.length === 0) void submit.run();
    // Drawn anew, the list of what is missing takes the focus again.
    else setTimeout(() => setTried(true));
  };
  return (
    <>
      <FormLanguage definition={definition} language={language} choose={choose} />
      {draft.saving.kind === "clash" ? (
        <ClashForm definition={definition} language={language} clashes={draft.saving.clashes} settle={(theirs) => draft.settle(theirs)} />
      ) : (
        <FormScreens definition={definition} answers={draft.answers} evaluation={evaluation} change={(next) => draft.change(next)} language={language}
                     part={part} open={(next) => setSearch({ part: next })} tried={tried}>
          {/* `allows.submit` tells of the answers that the server had when the page was opened; what is missing now is said when it is pressed. */}
          <Section title={t("forms.fill.submit_title")}>
            <p className={classes.words}>{t("forms.fill.submit_text")}</p>
            {submit.problem && !submit.pending && <ProblemNotice problem={submit.problem} focus />}
            <Group>
              <Button loading={submit.pending} leftSection={<Icon name="send" />} onClick={trySubmit}>{t("forms.fill.submit")}</Button>
              {allows.drop && <Drop assessment={assessment} />}
            </Group>
          </Section>
        </FormScreens>
      )}
      <SavingLine draft={draft} />
    </>
  );
}
