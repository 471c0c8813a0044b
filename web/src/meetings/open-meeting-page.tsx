import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/council";
import { useTwo } from "../i18n/two";
import { ButtonLink, Form, Page, Section, Waiting } from "../ui";
import { draftOf, emptyMeeting, inputOf, MeetingFields, type MeetingDraft } from "./meeting-form";
import { meetingQuery, useLanguage, useSessionAction, type Meeting } from "./session-queries";

function useToMeeting() {
  const navigate = useNavigate();
  return ({ id }: Meeting) => navigate({ to: "/meetings/$sessionId", params: { sessionId: id } } as never);
}

/** Opens a session: what kind, where, when. */
export function OpenMeetingPage() {
  const { t } = useTranslation();
  const form = useForm<MeetingDraft>({ initialValues: emptyMeeting });
  const open = useSessionAction((draft: MeetingDraft) => body(api.POST("/api/meetings", { body: inputOf(draft) })), useToMeeting());
  return (
    <Page title={t("meetings.open")} breadcrumbs={[{ to: "/meetings", label: t("meetings.nav") }]}>
      <Section title={t("meetings.about")}>
        <Form form={form} action={open} submit={t("meetings.open")} beside={<ButtonLink to="/meetings" variant="default">{t("common.cancel")}</ButtonLink>}>
          <MeetingFields form={form} />
        </Form>
      </Section>
    </Page>
  );
}

function EditMeeting({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation();
  const two = useTwo();
  const form = useForm<MeetingDraft>({ initialValues: draftOf(meeting) });
  const save = useSessionAction((draft: MeetingDraft) => body(api.PUT("/api/meetings/{session_id}", {
    params: { path: { session_id: meeting.id } }, body: { ...inputOf(draft), version: meeting.version },
  })), useToMeeting());
  return (
    <Page title={t("meetings.edit")} breadcrumbs={[{ to: "/meetings", label: t("meetings.nav") }]}>
      <Section title={two(meeting.title, meeting.title_ru)}>
        <Form form={form} action={save} submit={t("common.save")}
              beside={<ButtonLink to="/meetings/$sessionId" params={{ sessionId: meeting.id }} variant="default">{t("common.cancel")}</ButtonLink>}>
          <MeetingFields form={form} names={meeting.names} />
        </Form>
      </Section>
    </Page>
  );
}

/** Changes what a session is. */
export function EditMeetingPage({ sessionId }: { sessionId: string }) {
  const query = useQuery(meetingQuery(sessionId, useLanguage()));
  return query.data ? <EditMeeting key={query.data.version} meeting={query.data} /> : <Waiting for={query} />;
}
