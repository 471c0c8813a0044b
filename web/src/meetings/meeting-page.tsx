import { Group, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { OpenActions } from "../councilactions/parts";
import { SessionDecisions } from "../decisions/parts";
import { useDays } from "../i18n/days";
import { useTwo } from "../i18n/two";
import { Papers } from "../papers/papers";
import { ButtonLink, Opening, Page, Section, useFormat, Waiting } from "../ui";
import { Agenda } from "./agenda";
import { AddAgendaItem } from "./agenda-item-form";
import { MeetingAbout } from "./meeting-about";
import { Files, MeetingSteps } from "./meeting-steps";
import classes from "./meetings.module.css";
import { RegistrationPart } from "./registration-part";
import { meetingQuery, useLanguage, type Meeting } from "./session-queries";
import { Sources } from "./sources";
import { SummaryPart } from "./summary-part";
import { VisitPart } from "./visit-part";

function About({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { register_until, questions, is_public } = meeting;
  return (
    <MeetingAbout meeting={meeting} more={[
      ...(register_until ? [{ label: t("meetings.field.register_until"), value: format.longDate(register_until) }] : []),
      ...(questions ? [{ label: t("meetings.field.questions"), value: <span className={classes.text}>{questions}</span> }] : []),
      { label: t("meetings.field.readers"), value: is_public ? t("meetings.readers.all") : t("meetings.readers.signed_in") },
    ]}>
      <MeetingSteps meeting={meeting} />
    </MeetingAbout>
  );
}

/** One session: what it is, its agenda, who comes, what it decided, what is left of earlier ones. */
export function MeetingPage({ sessionId }: { sessionId: string }) {
  const { t } = useTranslation();
  const two = useTwo();
  const days = useDays();
  const query = useQuery(meetingQuery(sessionId, useLanguage()));
  if (!query.data) return <Waiting for={query} />;
  const meeting = query.data;
  const { allows } = meeting;
  return (
    <Page title={two(meeting.title, meeting.title_ru)} lead={[meeting.place, days(meeting)].filter(Boolean).join(", ")}
          breadcrumbs={[{ to: "/meetings", label: t("meetings.nav") }]}
          actions={allows.edit && <ButtonLink to="/meetings/$sessionId/edit" params={{ sessionId }} variant="default">{t("common.edit")}</ButtonLink>}>
      <About meeting={meeting} />
      <Sources meeting={meeting} />
      <Section title={t("meetings.agenda")} actions={<Files meeting={meeting} what="agenda" label={t("meetings.paper.agenda")} />}>
        <Agenda meeting={meeting} />
        {allows.edit && <Opening label={t("meetings.add_item")} variant="default">{(close) => <AddAgendaItem meeting={meeting} close={close} />}</Opening>}
      </Section>
      <Papers of="session" id={sessionId}
              parts={meeting.agenda.map((item, index) => ({ thing: `agenda_item:${item.id}`, label: `${index + 1}. ${two(item.title, item.title_ru)}` }))} />
      {meeting.kind === "site_visit" && <VisitPart meeting={meeting} />}
      <RegistrationPart meeting={meeting} />
      <SessionDecisions session={meeting} />
      <SummaryPart meeting={meeting} />
      {(allows.see_minutes || allows.edit) && (
        <Section title={t("meetings.minutes.title")}>
          <Text>{t("meetings.minutes.lead")}</Text>
          <Group><ButtonLink to="/meetings/$sessionId/minutes" params={{ sessionId }} variant="default">{t("meetings.minutes.open")}</ButtonLink></Group>
        </Section>)}
      <OpenActions before={sessionId} />
    </Page>
  );
}
