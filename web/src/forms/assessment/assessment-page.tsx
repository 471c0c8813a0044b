import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Icon, Page, StatusBadge, Waiting } from "../../ui";
import type { Answers } from "../engine/answers";
import { say } from "../engine/definition";
import { FormLanguage } from "../fill/form-screens";
import classes from "../forms.module.css";
import { AnswersView } from "../view/answers-view";
import { ScoresView } from "../view/scores-view";
import { TONES, useAssessment, useFormLanguage, type Assessment } from "./assessment-data";
import { DecisionForm } from "./decision-form";
import { Filler } from "./filler";
import { Moves, Returned } from "./moves";

function ReadOnly({ assessment }: { assessment: Assessment }) {
  const { t } = useTranslation();
  const { definition, evaluation } = assessment;
  const [language, choose] = useFormLanguage(definition);
  return (
    <>
      <FormLanguage definition={definition} language={language} choose={choose} />
      {assessment.form_state === "retired" && <p className={classes.quiet}>{t("forms.view.old_version", { version: definition.version })}</p>}
      <ScoresView definition={definition} scores={evaluation.scores} language={language} />
      <AnswersView definition={definition} answers={evaluation.answers as Answers} hidden={evaluation.hidden} language={language} />
      {assessment.allows.decide && <div data-no-print><DecisionForm assessment={assessment} /></div>}
      <Moves assessment={assessment} />
    </>
  );
}

/** One assessment of a case file: to be answered, decided upon, or read. */
export function AssessmentPage({ caseId, answerId }: { caseId: string; answerId: string }) {
  const { t, i18n } = useTranslation();
  const query = useAssessment(answerId);
  const assessment = query.data;
  if (!assessment) return <Waiting for={query} />;
  const { person, state, definition, allows } = assessment;
  return (
    <Page title={say(definition.title, i18n.language)} lead={<>{person.name} · {person.code} <StatusBadge tone={TONES[state]}>{t(`forms.state.${state}`)}</StatusBadge></>}
          breadcrumbs={[{ to: "/", label: t("common.home") }, { to: "/cases/$caseId", params: { caseId }, label: person.name }]}
          actions={!allows.write && <Button variant="default" leftSection={<Icon name="file" />} onClick={() => window.print()}>{t("forms.view.print")}</Button>}>
      <Returned assessment={assessment} />
      {allows.write
        ? <Filler key={`${assessment.id}.${assessment.state}`} assessment={assessment} />
        : <ReadOnly assessment={assessment} />}
    </Page>
  );
}
