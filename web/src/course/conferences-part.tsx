import { Button } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/node";
import { useAction } from "../api/queries";
import { Icon, Link, Opened, Section, useFormat, Waiting } from "../ui";
import { ConferenceForm } from "./conference-form";
import { ConferenceState } from "./conference-state";
import { useConferences } from "./course-data";
import classes from "./course.module.css";

/** Conferences about a case, and the way to plan one. */
export function ConferencesPart({ caseId }: { caseId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const navigate = useNavigate();
  const [planning, setPlanning] = useState(false);
  const conferences = useConferences(caseId);
  const plan = useAction((input: Schemas["ConferenceInput"]) => body(api.POST("/api/cases/{case_id}/conferences", {
    params: { path: { case_id: caseId } }, body: input })),
  { refresh: [["cases", caseId, "conferences"], ["tasks"]], said: t("course.conference.planned_said"),
    done: (made) => navigate({ to: "/conferences/$conferenceId", params: { conferenceId: made.id } } as never) });
  const data = conferences.data;
  return (
    <Section title={t("course.conference.title")} actions={data?.allows.plan && !planning && (
      <Button variant="default" leftSection={<Icon name="people" />} onClick={() => setPlanning(true)}>{t("course.conference.plan")}</Button>)}>
      {planning && data && <Opened><ConferenceForm candidates={data.candidates} action={plan} close={() => setPlanning(false)} /></Opened>}
      {!data ? <Waiting for={conferences} />
        : data.items.length === 0 ? <p className={classes.quiet}>{t("course.conference.none")}</p>
          : <ul className={classes.cards}>{data.items.map((one) => (
            <li key={one.id} className={classes.card}>
              <div className={classes.line}>
                <Link to="/conferences/$conferenceId" params={{ conferenceId: one.id }}>{t("course.conference.on", { date: format.longDate(one.held_on ?? one.planned_on) })}</Link>
                <ConferenceState conference={one} />
              </div>
              <p className={classes.words}>{one.topics}</p>
            </li>))}</ul>}
    </Section>
  );
}
