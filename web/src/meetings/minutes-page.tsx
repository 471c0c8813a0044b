import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/council";
import { useTwo } from "../i18n/two";
import { ActionButton, Empty, Opening, Page, Section, StatusBadge, useFormat, Waiting } from "../ui";
import { Files } from "./meeting-steps";
import classes from "./meetings.module.css";
import { AddComment, Comment } from "./minutes-comments";
import { Circulate, Correct, WriteMinutes } from "./minutes-forms";
import { meetingQuery, minutesQuery, nameIn, useLanguage, useSessionAction, type Meeting, type Minutes } from "./session-queries";

interface Both { meeting: Meeting; minutes: Minutes }

/** The text, paragraph by paragraph, each with what was said of it. */
function Paragraphs({ meeting, minutes }: Both) {
  const { t } = useTranslation();
  const { paragraphs_en, paragraphs_ru, comments, allows } = minutes;
  const count = Math.max(paragraphs_en.length, paragraphs_ru.length);
  if (count === 0) return <Empty title={t("meetings.minutes.none")} icon="file" />;
  return (
    <div>
      {Array.from({ length: count }, (_, i) => i + 1).map((number) => {
        const own = comments.filter(({ paragraph }) => paragraph === number);
        return (
          <div key={number} className={classes.paragraph}>
            {paragraphs_en[number - 1] && <Text className={classes.text} lang="en"><b>{number}.</b> {paragraphs_en[number - 1]}</Text>}
            {paragraphs_ru[number - 1] && <Text className={classes.text} lang="ru"><b>{number}.</b> {paragraphs_ru[number - 1]}</Text>}
            {own.map((comment) => <Comment key={comment.id} meeting={meeting} minutes={minutes} comment={comment} />)}
            {allows.comment && <Opening label={t("meetings.minutes.comment")} spoken={t("meetings.minutes.comment_on", { number })} variant="default" size="xs" leftSection={null}>
              {(close) => <AddComment meeting={meeting} minutes={minutes} paragraph={number} close={close} />}
            </Opening>}
          </div>);
      })}
    </div>
  );
}

/** What was said of agenda items, and of the whole by delegation. */
function Talk({ meeting, minutes }: Both) {
  const { t } = useTranslation();
  const format = useFormat();
  const silent = useSessionAction(() => body(api.POST("/api/meetings/{session_id}/minutes/no_comment", { params: { path: { session_id: meeting.id } } })));
  const { readers, comments, names, allows } = minutes;
  const onItems = comments.filter(({ agenda_item_id }) => agenda_item_id);
  if (readers.length === 0) return null;
  return (
    <Section title={t("meetings.minutes.delegations")}>
      <ul className={classes.plain}>
        {readers.map((reader) => (
          <li key={reader.body}><b>{nameIn(names, reader.body)}</b>: {reader.no_comment_at
            ? t("meetings.minutes.said_nothing", { when: format.longDate(reader.no_comment_at.slice(0, 10)) })
            : t("meetings.minutes.comments_count", { count: comments.filter((comment) => comment.body === reader.body).length })}</li>))}
      </ul>
      {onItems.map((comment) => <Comment key={comment.id} meeting={meeting} minutes={minutes} comment={comment} />)}
      {allows.comment && (
        <>
          {meeting.agenda.length > 0 && <Opening label={t("meetings.minutes.comment_item")} variant="default">{(close) => <AddComment meeting={meeting} minutes={minutes} close={close} />}</Opening>}
          <ActionButton action={silent} variant="default">{t("meetings.minutes.no_comment")}</ActionButton>
        </>)}
    </Section>
  );
}

function Corrections({ minutes: { corrections, allows }, meeting }: Both) {
  const { t } = useTranslation();
  const format = useFormat();
  if (corrections.length === 0 && !allows.correct) return null;
  return (
    <Section title={t("meetings.minutes.corrections")}>
      {corrections.map(({ number, text_en, text_ru, made_at }) => (
        <div key={number} className={classes.paragraph}>
          <h3 className={classes.number}>{t("meetings.minutes.correction", { number, date: format.longDate(made_at.slice(0, 10)) })}</h3>
          {text_en && <Text className={classes.text} lang="en">{text_en}</Text>}
          {text_ru && <Text className={classes.text} lang="ru">{text_ru}</Text>}
        </div>))}
      {allows.correct && <Opening label={t("meetings.minutes.correct")} variant="default">{(close) => <Correct meeting={meeting} close={close} />}</Opening>}
    </Section>
  );
}

function Steps({ meeting, minutes }: Both) {
  const { t } = useTranslation();
  const approve = useSessionAction(() => body(api.POST("/api/meetings/{session_id}/minutes/approval", {
    params: { path: { session_id: meeting.id } }, body: { version: minutes.version } })));
  const { allows } = minutes;
  return (
    <>
      {allows.write && <Opening key={`write ${minutes.version}`} label={minutes.version === 0 ? t("meetings.minutes.begin") : t("meetings.minutes.write")} variant="default">
        {(close) => <WriteMinutes meeting={meeting} minutes={minutes} close={close} />}
      </Opening>}
      {allows.circulate && <Opening label={minutes.state === "draft" ? t("meetings.minutes.circulate") : t("meetings.minutes.move_day")} variant="default">
        {(close) => <Circulate meeting={meeting} minutes={minutes} close={close} />}
      </Opening>}
      {allows.approve && <ActionButton action={approve}>{t("meetings.minutes.approve")}</ActionButton>}
      {allows.write && minutes.state === "comments" && allows.hindered_by && <Text size="sm" c="dimmed">{t(`errors.${allows.hindered_by}`)}</Text>}
    </>
  );
}

/** The minutes of a session: draft, comments of the delegations, approved. */
export function MinutesPage({ sessionId }: { sessionId: string }) {
  const { t } = useTranslation();
  const two = useTwo();
  const format = useFormat();
  const language = useLanguage();
  const query = useQuery(meetingQuery(sessionId, language));
  const text = useQuery(minutesQuery(sessionId, language));
  if (!query.data) return <Waiting for={query} />;
  if (!text.data) return <Waiting for={text} />;
  const [meeting, minutes] = [query.data, text.data];
  const title = two(meeting.title, meeting.title_ru);
  return (
    <Page title={t("meetings.minutes.title")} lead={title} breadcrumbs={[{ to: "/meetings", label: t("meetings.nav") }, { to: `/meetings/${sessionId}`, label: title }]}>
      <Section title={t("meetings.minutes.text")} actions={minutes.version > 0 && <Files meeting={meeting} what="minutes" label={t("meetings.paper.minutes")} />}>
        <div>
          <StatusBadge tone={minutes.state === "approved" ? "good" : "waiting"}>{t(`meetings.minutes.state.${minutes.state}`)}</StatusBadge>{" "}
          {minutes.state === "comments" && minutes.comments_until && t("meetings.minutes.until", { date: format.longDate(minutes.comments_until) })}
          {minutes.approved_at && t("meetings.minutes.approved_on", { date: format.longDate(minutes.approved_at.slice(0, 10)) })}
        </div>
        <Paragraphs meeting={meeting} minutes={minutes} />
        <Steps meeting={meeting} minutes={minutes} />
      </Section>
      <Talk meeting={meeting} minutes={minutes} />
      {minutes.state === "approved" && <Corrections meeting={meeting} minutes={minutes} />}
    </Page>
  );
}
