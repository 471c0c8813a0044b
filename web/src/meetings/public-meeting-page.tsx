import { Anchor, Group, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/council";
import { useDays } from "../i18n/days";
import { useTwo } from "../i18n/two";
import { Facts, Page, Section, Waiting } from "../ui";
import { Agenda } from "./agenda";
import classes from "./meetings.module.css";
import { Organisers } from "./organisers";
import { nameIn, useLanguage } from "./session-queries";
import { MeetingState, useWhen } from "./session-words";
import { Sources } from "./sources";

/** One session, as far as it is for everybody: announcement, agenda, summary. */
export function PublicMeetingPage({ sessionId }: { sessionId: string }) {
  const { t } = useTranslation();
  const two = useTwo();
  const days = useDays();
  const when = useWhen();
  const language = useLanguage();
  const query = useQuery({
    queryKey: ["public", "meetings", sessionId, language],
    queryFn: () => body(api.GET("/api/public/meetings/{session_id}", { params: { path: { session_id: sessionId }, query: { language } } })),
  });
  if (!query.data) return <Waiting for={query} />;
  const meeting = { ...query.data, allows: { edit: false, see_minutes: false } };
  const file = (name: string) => `/api/public/meetings/${sessionId}/${name}?language=${language === "ru" ? "ru" : "en"}`;
  const about = two(meeting.about_en, meeting.about_ru);
  const summary = meeting.summary ? two(meeting.summary.text_en, meeting.summary.text_ru) : "";
  return (
    <Page title={two(meeting.title, meeting.title_ru)} lead={[meeting.place, days(meeting)].filter(Boolean).join(", ")}
          breadcrumbs={[{ to: "/calendar", label: t("meetings.public.title") }]}>
      <Section title={t("meetings.about")} actions={<Group><MeetingState meeting={meeting} /></Group>}>
        {meeting.is_example && <Text>{t("meetings.example_hint")}</Text>}
        {meeting.state === "cancelled" && <Text>{t("meetings.cancelled_because", { reason: meeting.cancelled_because })}</Text>}
        {about && <Text className={classes.text}>{about}</Text>}
        <Facts of={[
          { label: t("meetings.field.kind"), value: t(`meetings.kind.${meeting.kind}`) },
          { label: t("meetings.field.days"), value: when(meeting) },
          { label: t("meetings.field.mode"), value: t(`meetings.mode.${meeting.mode}`) },
          { label: t("meetings.field.host"), value: meeting.host ? nameIn(meeting.names, meeting.host) : null },
        ]} />
        <Organisers meeting={meeting} />
        <Anchor href={file("session.ics")} download>{t("meetings.to_calendar")}</Anchor>
      </Section>
      <Sources meeting={meeting} />
      {meeting.agenda.length > 0 && (
        <Section title={t("meetings.agenda")} actions={<Anchor href={file("agenda.pdf")} download>{t("meetings.paper.agenda")}</Anchor>}><Agenda meeting={meeting} /></Section>)}
      {summary && (
        <Section title={t("meetings.summary.title")} actions={<Anchor href={file("summary.pdf")} download>{t("meetings.paper.summary")}</Anchor>}><Text className={classes.text}>{summary}</Text></Section>)}
    </Page>
  );
}
