import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/council";
import { useTwo } from "../i18n/two";
import { Opening, Page, Section, useFormat, Waiting } from "../ui";
import { DelegateForm, delegateInput, type DelegateDraft } from "./delegate-form";
import { Delegates } from "./delegates";
import { meetingQuery, nameIn, registrationQuery, useLanguage } from "./session-queries";

/** The delegates whom this reader may see: all for the secretariat, their own for a delegation. */
export function RegistrationPage({ sessionId }: { sessionId: string }) {
  const { t } = useTranslation();
  const two = useTwo();
  const format = useFormat();
  const language = useLanguage();
  const query = useQuery(meetingQuery(sessionId, language));
  const registration = useQuery(registrationQuery(sessionId, language));
  if (!query.data) return <Waiting for={query} />;
  if (!registration.data) return <Waiting for={registration} />;
  const meeting = query.data;
  const { allows, until, open, names } = registration.data;
  const register = (draft: DelegateDraft) => body(api.POST("/api/meetings/{session_id}/delegates", { params: { path: { session_id: sessionId } }, body: delegateInput(draft) }));
  const mayRegister = allows.manage || allows.register_as !== "";
  return (
    <Page title={t("meetings.registration.title")} lead={two(meeting.title, meeting.title_ru)}
          breadcrumbs={[{ to: "/meetings", label: t("meetings.nav") }, { to: `/meetings/${sessionId}`, label: two(meeting.title, meeting.title_ru) }]}>
      <Section title={allows.register_as ? t("meetings.registration.of", { body: nameIn(names, allows.register_as) }) : t("meetings.registration.people_here")}>
        <Text>{t("meetings.registration.privacy")}</Text>
        {until && <Text c="dimmed">{open ? t("meetings.registration.until", { date: format.longDate(until) }) : t("meetings.registration.closed")}</Text>}
        <Delegates meeting={meeting} registration={registration.data} />
        {mayRegister && (
          <Opening label={t("meetings.delegate.add")}>
            {(close) => <DelegateForm initial={{ body: allows.register_as || null, role: null, name: "", function: "", language: null, access_needs: "" }}
                                      manage={allows.manage} fixedBody={!allows.manage} save={register} submit={t("meetings.delegate.register")} close={close} />}
          </Opening>)}
      </Section>
    </Page>
  );
}
