import { Button } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/node";
import { useAction } from "../api/queries";
import { Icon, Link, Opened, Section, useFormat, Waiting } from "../ui";
import { emptyDraft, inputOf, type Draft } from "./conference-draft";
import { ConferenceForm } from "./conference-form";
import { ConferenceState } from "./conference-state";
import { useConferences } from "./course-data";
import classes from "./course.module.css";

/** Plans one, and leads to it. */
function PlanConference({ caseId, candidates, close }: { caseId: string; candidates: Schemas["ConferenceList"]["candidates"]; close: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const form = useForm<Draft>({ initialValues: emptyDraft() });
  const plan = useAction((draft: Draft) => body(api.POST("/api/cases/{case_id}/conferences", { params: { path: { case_id: caseId } }, body: inputOf(draft) })),
    { refresh: [["cases", caseId, "conferences"], ["conferences"], ["tasks"]], said: t("course.conference.planned_said"),
      done: (made) => navigate({ to: "/conferences/$conferenceId", params: { conferenceId: made.id } } as never) });
  return <ConferenceForm form={form} candidates={candidates} action={plan} submit={t("course.conference.plan")} close={close} />;
}

/** Conferences about a case, and the way to plan one. */
export function ConferencesPart({ caseId }: { caseId: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [planning, setPlanning] = useState(false);
  const conferences = useConferences(caseId);
  const data = conferences.data;
  return (
    <Section title={t("course.conference.title")} actions={data?.allows.plan && !planning && (
      <Button variant="default" leftSection={<Icon name="people" />} onClick={() => setPlanning(true)}>{t("course.conference.plan")}</Button>)}>
      {planning && data && <Opened><PlanConference caseId={caseId} candidates={data.candidates} close={() => setPlanning(false)} /></Opened>}
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
