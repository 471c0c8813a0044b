import { useCallback, useMemo } from "react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/node";
import { today } from "../i18n/dates";
import { ButtonLink, DueBadge, LineOverTime, StatusBadge, Waiting, useFormat, type Series } from "../ui";
import { useRounds, type Case, type Round } from "./case-data";
import classes from "./casework.module.css";
import { changeOf } from "./outcome-change";
import { Part } from "./part";
import { inLanguage } from "./survey-text";

export const surveyQuery = { queryKey: ["survey"], queryFn: () => body(api.GET("/api/survey")), staleTime: Infinity };

const LINES = ["economic", "social", "psychosocial", "total"] as const;

/** The scores of the answered rounds as lines, each round on the day on which it was answered; rounds nobody asked leave no hole. */
function Outcome({ rounds }: { rounds: Round[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const answered = useMemo(() => rounds.flatMap(({ month, answered_on, scores }) => (answered_on ? [{ month, on: answered_on, scores }] : [])), [rounds]);
  const series: Series[] = useMemo(() => LINES.map((line) => ({
    name: t(`casework.survey.dimension.${line}`), points: answered.map(({ on, scores }) => ({ on, value: scores[line] ?? null })) })), [t, answered]);
  const write = useCallback((value: number) => format.number(value, 2), [format]);
  const writeDay = useCallback((on: string) => {
    const round = answered.find((each) => each.on === on);
    return round ? t("casework.survey.round_on", { round: t("casework.survey.month", { count: round.month }), date: format.date(on) }) : format.date(on);
  }, [t, format, answered]);
  return (
    <LineOverTime title={t("casework.survey.picture")} describe={t("casework.survey.picture_says")} series={series} write={write} writeDay={writeDay} min={0} max={1} />
  );
}

/** The same in words: from where to where, and whether that is better. */
function ChangeInWords({ rounds }: { rounds: Round[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const found = changeOf(rounds);
  if (!found) return null;
  return (
    <div>
      <p className={classes.words}>{t("casework.survey.change.title", { from: format.date(found.from), to: format.date(found.to) })}</p>
      <ul className={classes.words}>
        {found.changes.map(({ dimension, from, to, how }) => (
          <li key={dimension}>
            {t(`casework.survey.change.${how}`, { what: t(`casework.survey.dimension.${dimension}`), from: format.number(from, 2), to: format.number(to, 2) })}
          </li>))}
      </ul>
    </div>
  );
}

function RoundState({ round }: { round: Round }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (round.state === "answered") return <StatusBadge tone="good">{t("casework.survey.answered_on", { date: format.date(round.answered_on) })}</StatusBadge>;
  if (round.state === "missed") return <StatusBadge tone="neutral" icon="info">{t("casework.survey.missed")}</StatusBadge>;
  if (round.state === "upcoming") return <StatusBadge tone="neutral" icon="calendar">{t("casework.survey.upcoming", { date: format.date(round.due_on) })}</StatusBadge>;
  return <DueBadge on={round.due_on} />;
}

function RoundLine({ file, round, mayRecord }: { file: Case; round: Round; mayRecord: boolean }) {
  const { t } = useTranslation();
  const again = round.state === "answered" && round.closes_on >= today();
  return (
    <li className={`${classes.card} ${classes.line}`}>
      <strong>{t("casework.survey.month", { count: round.month })}</strong>
      <RoundState round={round} />
      {mayRecord && (round.state === "open" || again) && (
        <ButtonLink size="sm" variant={again ? "default" : "filled"} to="/cases/$caseId/surveys/$month" params={{ caseId: file.id, month: `${round.month}` }}>
          {t(again ? "casework.survey.ask_again" : "casework.survey.ask")}
        </ButtonLink>)}
    </li>
  );
}

/** How the family fares over two years. A score begins a conversation; it ranks nobody. */
export function SurveyPart({ file }: { file: Case }) {
  const { t, i18n } = useTranslation();
  const rounds = useRounds(file.id);
  const survey = useQuery(surveyQuery);
  const all = rounds.data?.rounds;
  const answered = all?.some(({ state }) => state === "answered");
  return (
    <Part name="survey" title={t("casework.part.survey")}>
      {survey.data && <p className={classes.quiet}>{inLanguage(survey.data.note, i18n.language)}</p>}
      {!all && <Waiting for={rounds} />}
      {all && answered && <Outcome rounds={all} />}
      {all && <ChangeInWords rounds={all} />}
      {all && <ul className={classes.cards}>{all.map((round) => (
        <RoundLine key={round.month} file={file} round={round} mayRecord={rounds.data?.may_record ?? false} />))}</ul>}
    </Part>
  );
}
