import { Alert } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/node";
import { ButtonLink, Form, Icon, Page, RadioField, Section, Waiting } from "../ui";
import { useCase, useCaseAction, useRounds, type Case } from "./case-data";
import classes from "./casework.module.css";
import { surveyQuery } from "./survey-part";
import { inLanguage } from "./survey-text";

type Survey = Schemas["Survey"];
type Answers = Record<string, string | null>;
type Month = 0 | 3 | 6 | 12 | 24;

const DIMENSIONS = ["economic", "social", "psychosocial"] as const;

/** `standing`: the answers that there were when the page was opened. */
function Questions({ file, month, survey, standing }: { file: Case; month: Month; survey: Survey; standing: string | undefined }) {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const toFile = { to: "/cases/$caseId", params: { caseId: file.id }, hash: "survey" };
  const form = useForm<Answers>({ initialValues: Object.fromEntries(survey.questions.map(({ id }) => [id, null])) });
  const rounds = useRounds(file.id);
  const seen = useRef(standing);
  const save = useCaseAction(file.id, (answers: Answers) => body(api.PUT("/api/cases/{case_id}/surveys/{month}", {
    params: { path: { case_id: file.id, month } }, body: { answers: answers as Record<string, string>, ...(seen.current && { seen: seen.current }) } })),
  { said: t("casework.survey.saved_said"), done: () => navigate({ ...toFile, ignoreBlocker: true } as never) });
  const clash = save.problem?.key === "edit.changed_meanwhile";
  useEffect(() => {
    // A further save counts as made on the colleague's answers: whoever presses has been told of them.
    if (clash) void rounds.refetch().then(({ data }) => { seen.current = data?.rounds.find((round) => round.month === month)?.answers; });
    // Only a new problem counts.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [save.problem]);
  const given = Object.values(form.values).filter((answer) => answer !== null).length;
  const say = (texts: Record<string, string>) => inLanguage(texts, i18n.language);
  return (
    <Form form={form} action={save} submit={t("casework.survey.save")} beside={<ButtonLink variant="default" {...toFile}>{t("common.cancel")}</ButtonLink>}>
      {clash && <Alert color="apricot" icon={<Icon name="people" />} title={t("common.meanwhile.title")}>{t("casework.survey.meanwhile")}</Alert>}
      {DIMENSIONS.map((dimension) => (
        <Section key={dimension} title={t(`casework.survey.dimension.${dimension}`)}>
          <div className={classes.questions}>
            {survey.questions.filter((question) => question.dimension === dimension).map((question) => (
              <RadioField key={question.id} label={say(question.text)} required {...form.getInputProps(question.id)}
                          choices={question.options.map(({ id, text }) => ({ value: id, label: say(text) }))} />))}
          </div>
        </Section>
      ))}
      <p role="status" className={classes.quiet}>{t("casework.survey.given", { given, all: survey.questions.length })}</p>
    </Form>
  );
}

/** The questions of one round, asked in the reader's language. */
export function SurveyPage({ caseId, month }: { caseId: string; month: string }) {
  const { t, i18n } = useTranslation();
  const file = useCase(caseId);
  const survey = useQuery(surveyQuery);
  const rounds = useRounds(caseId);
  if (!file.data) return <Waiting for={file} />;
  if (!survey.data) return <Waiting for={survey} />;
  if (!rounds.data) return <Waiting for={rounds} />;
  return (
    <Page title={t("casework.survey.title", { round: t("casework.survey.month", { count: Number(month) }) })} lead={t("casework.survey.lead")}
          breadcrumbs={[{ to: "/", label: t("common.home") }, { to: "/cases/$caseId", params: { caseId }, label: file.data.person.name }]}>
      <p className={classes.quiet}>{inLanguage(survey.data.note, i18n.language)}</p>
      <Questions file={file.data} month={Number(month) as Month} survey={survey.data}
                 standing={rounds.data.rounds.find((round) => round.month === Number(month))?.answers} />
    </Page>
  );
}
