import { Anchor, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/council";
import { useDays } from "../i18n/days";
import { usePaperLanguage, useTwo } from "../i18n/two";
import { Page, Section, Waiting } from "../ui";
import { Agenda } from "./agenda";
import { MeetingAbout } from "./meeting-about";
import classes from "./meetings.module.css";
import { useLanguage } from "./session-queries";
import { Sources } from "./sources";

/** One session, as far as it is for everybody: announcement, agenda, summary. */
export function PublicMeetingPage({ sessionId }: { sessionId: string }) {
  const { t } = useTranslation();
  const two = useTwo();
  const days = useDays();
  const language = useLanguage();
  const paper = usePaperLanguage();
  const query = useQuery({
    queryKey: ["public", "meetings", sessionId, language],
    queryFn: () => body(api.GET("/api/public/meetings/{session_id}", { params: { path: { session_id: sessionId }, query: { language } } })),
  });
  if (!query.data) return <Waiting for={query} />;
  const meeting = { ...query.data, allows: { edit: false, see_minutes: false } };
  const file = (name: string) => `/api/public/meetings/${sessionId}/${name}?language=${paper}`;
  const summary = meeting.summary ? two(meeting.summary.text_en, meeting.summary.text_ru) : "";
  return (
    <Page title={two(meeting.title, meeting.title_ru)} lead={[meeting.place, days(meeting)].filter(Boolean).join(", ")}
          breadcrumbs={[{ to: "/calendar", label: t("meetings.public.title") }]}>
      <MeetingAbout meeting={meeting}><Anchor href={file("session.ics")} download>{t("meetings.to_calendar")}</Anchor></MeetingAbout>
      <Sources meeting={meeting} />
      {meeting.agenda.length > 0 && (
        <Section title={t("meetings.agenda")} actions={<Anchor href={file("agenda.pdf")} download>{t("meetings.paper.agenda")}</Anchor>}><Agenda meeting={meeting} /></Section>)}
      {summary && (
        <Section title={t("meetings.summary.title")} actions={<Anchor href={file("summary.pdf")} download>{t("meetings.paper.summary")}</Anchor>}><Text className={classes.text}>{summary}</Text></Section>)}
    </Page>
  );
}
