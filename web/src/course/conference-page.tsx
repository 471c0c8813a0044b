import { Button } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/node";
import { useAction } from "../api/queries";
import { ButtonLink, Form, Icon, Opened, Page, Section, TextArea, useFormat, Waiting } from "../ui";
import { AgreedTasks } from "./agreed-tasks";
import { ChangeConference } from "./change-conference";
import { ConferenceState } from "./conference-state";
import { conferenceQuery, type Conference } from "./course-data";
import classes from "./course.module.css";
import { MinutesForm } from "./minutes-form";

type Participant = Schemas["ConferenceParticipant"];

/** Calls a conference off, and says why. */
function CallOff({ conference, close }: { conference: Conference; close: () => void }) {
  const { t } = useTranslation();
  const form = useForm({ initialValues: { reason: "" } });
  const cancel = useAction(({ reason }: { reason: string }) => body(api.POST("/api/conferences/{conference_id}/cancellation", {
    params: { path: { conference_id: conference.id } }, body: { version: conference.version, reason: reason.trim() } })),
  { refresh: [["conferences"], ["cases", conference.case_id], ["tasks"]], said: t("common.saved"), done: close });
  return (
    <Form form={form} action={cancel} submit={t("course.conference.call_off")} close={close}>
      <TextArea label={t("course.conference.why_off")} required limit={4000} {...form.getInputProps("reason")} />
    </Form>
  );
}

export function useParticipantName() {
  const { t } = useTranslation();
  return ({ staff, role }: Participant) => staff?.name ?? t(`course.outside.${role}`);
}

/** One conference: about what, who sits there, what was said, who does what. */
export function ConferencePage({ conferenceId }: { conferenceId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const nameOf = useParticipantName();
  const [doing, setDoing] = useState<"minutes" | "change" | "off" | null>(null);
  const query = useQuery(conferenceQuery(conferenceId));
  const conference = query.data;
  if (!conference) return <Waiting for={query} />;
  const { person, allows } = conference;
  const done = () => setDoing(null);
  return (
    <Page title={t("course.conference.page_title", { date: format.longDate(conference.held_on ?? conference.planned_on) })} lead={`${person.name} · ${person.code}`}
          breadcrumbs={[{ to: "/", label: t("common.home") }]}
          actions={<>
            {conference.state === "held" && ["en", "ru"].map((language) => (
              <Button key={language} component="a" href={`/api/conferences/${conference.id}/minutes?language=${language}`} download variant="default"
                      leftSection={<Icon name="download" />}>{t(`course.conference.print_${language}`)}</Button>))}
            {allows.open_case && <ButtonLink variant="default" to="/cases/$caseId/course" params={{ caseId: conference.case_id }}>{t("course.conference.to_case")}</ButtonLink>}
          </>}>
      <Section title={t("course.conference.about")} actions={<ConferenceState conference={conference} />}>
        {doing !== "change" && <>
          <p className={classes.words}>{conference.topics}</p>
          <ul>{conference.participants.map((each, i) => (
            <li key={i}>{nameOf(each)}{each.attended === undefined ? "" : ` (${t(each.attended ? "course.conference.was_there" : "course.conference.was_not_there")})`}</li>))}</ul>
        </>}
        {doing === null && (allows.change || allows.write_minutes) && (
          <div className={classes.row}>
            {allows.write_minutes && <Button leftSection={<Icon name="edit" />} onClick={() => setDoing("minutes")}>{t(conference.state === "held" ? "course.conference.add" : "course.conference.write")}</Button>}
            {allows.change && <Button variant="default" leftSection={<Icon name="calendar" />} onClick={() => setDoing("change")}>{t("course.conference.change")}</Button>}
            {allows.change && <Button variant="default" onClick={() => setDoing("off")}>{t("course.conference.call_off")}</Button>}
          </div>)}
        {doing === "change" && <Opened><ChangeConference conference={conference} close={done} /></Opened>}
        {doing === "off" && <Opened><CallOff conference={conference} close={done} /></Opened>}
        {doing === "minutes" && <Opened><MinutesForm conference={conference} close={done} /></Opened>}
      </Section>
      {conference.minutes && doing !== "minutes" && (
        <Section title={t(conference.state === "cancelled" ? "course.conference.why_off" : "course.conference.minutes")}><p className={classes.words}>{conference.minutes}</p></Section>)}
      {conference.state === "held" && <AgreedTasks conference={conference} />}
    </Page>
  );
}
