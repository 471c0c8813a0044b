import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useStateName } from "../i18n/states";
import { Empty, Facts, Page, Section, Waiting } from "../ui";
import { AddAgendaItem, Agenda } from "./agenda";
import { DecisionCard } from "./decision-card";
import { Opening } from "./opening";
import { meetingQuery, type Meeting } from "./queries";
import { RecordDecision } from "./record-decision";
import { useDays } from "./words";

function Decisions({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation();
  const { decisions, allows } = meeting;
  return (
    <Section title={t("decisions.title")}>
      {decisions.map((decision) => <DecisionCard key={decision.id} decision={decision} mayEdit={allows.edit} agenda={meeting.agenda} />)}
      {decisions.length === 0 && <Empty title={t("decisions.none_here")} icon="decision" />}
      {allows.edit && <Opening label={t("decisions.record")}>{(close) => <RecordDecision meeting={meeting} close={close} />}</Opening>}
    </Section>
  );
}

/** One session: its agenda, what it decided, and who is to act. */
export function MeetingPage({ sessionId }: { sessionId: string }) {
  const { t } = useTranslation();
  const stateName = useStateName();
  const days = useDays();
  const query = useQuery(meetingQuery(sessionId));
  if (!query.data) return <Waiting for={query} />;
  const meeting = query.data;
  return (
    <Page title={meeting.title} lead={[meeting.place, days(meeting)].filter(Boolean).join(", ")}
          breadcrumbs={[{ to: "/meetings", label: t("meetings.nav") }]}>
      <Section title={t("meetings.about")}>
        <Facts of={[
          { label: t("meetings.field.kind"), value: t(`meetings.kind.${meeting.kind}`) },
          { label: t("meetings.field.days"), value: days(meeting) },
          { label: t("meetings.field.place"), value: meeting.place || null },
          { label: t("meetings.field.host"), value: meeting.host ? stateName(meeting.host) : null },
        ]} />
      </Section>
      <Section title={t("meetings.agenda")}>
        <Agenda meeting={meeting} />
        {meeting.allows.edit && (
          <Opening label={t("meetings.add_item")} variant="default">{(close) => <AddAgendaItem sessionId={sessionId} close={close} />}</Opening>)}
      </Section>
      <Decisions meeting={meeting} />
    </Page>
  );
}
