import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { DueBadge, Empty, Icon, Opened, Section, StatusBadge, Waiting, useFormat } from "../ui";
import { IncidentForm, StepForm } from "./incident-form";
import { useIncidents, type Incident } from "./notes-data";
import classes from "./notes.module.css";

function IncidentCard({ caseId, incident }: { caseId: string; incident: Incident }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [open, setOpen] = useState<"" | "step" | "correct">("");
  const close = () => setOpen("");
  return (
    <li className={classes.card}>
      <div className={classes.line}>
        <strong>{`${t(`notes.incident.sort.${incident.kind}`)}: ${t(`notes.incident.at.${incident.place}`)}, ${format.longDate(incident.happened_on)}`}</strong>
        {incident.outcome
          ? <StatusBadge tone="good">{t("notes.incident.closed", { outcome: t(`notes.incident.outcome.${incident.outcome}`) })}</StatusBadge>
          : incident.follow_up_on && <DueBadge on={incident.follow_up_on} />}
      </div>
      <p className={classes.words}>{incident.what}</p>
      {incident.done && <p className={classes.words}>{`${t("notes.incident.done")}: ${incident.done}`}</p>}
      {incident.steps.length > 0 && (
        <ul className={classes.steps}>
          {incident.steps.map((step) => <li key={step.done_on + step.text}>{`${format.date(step.done_on)}, ${step.by.name}: ${step.text}`}</li>)}
        </ul>)}
      <p className={classes.quiet}>{incident.logged_by.name}</p>
      {open === "step" && <Opened><StepForm caseId={caseId} incident={incident} close={close} /></Opened>}
      {open === "correct" && <Opened><IncidentForm caseId={caseId} incident={incident} close={close} /></Opened>}
      {incident.allows.change && !open && (
        <div className={classes.buttons}>
          <Button size="sm" variant="default" onClick={() => setOpen("step")}>{t("notes.incident.step")}</Button>
          <Button size="sm" variant="subtle" onClick={() => setOpen("correct")}>{t("notes.incident.correct")}</Button>
        </div>)}
    </li>
  );
}

/** The log of stigma and bullying that this person met. */
export function IncidentsSection({ caseId }: { caseId: string }) {
  const { t } = useTranslation();
  const incidents = useIncidents(caseId);
  const [logging, setLogging] = useState(false);
  const { first } = incidents;
  return (
    <Section title={t("notes.incident.title")}
             actions={first?.allows.log && !logging && (
               <Button variant="default" leftSection={<Icon name="plus" />} onClick={() => setLogging(true)}>{t("notes.incident.log")}</Button>)}>
      {logging && <Opened><IncidentForm caseId={caseId} close={() => setLogging(false)} /></Opened>}
      {!first && <Waiting for={incidents} />}
      {first && incidents.items.length === 0 && !logging && <Empty icon="sun" title={t("notes.incident.empty")} hint={t("notes.incident.empty_hint")} />}
      {incidents.items.length > 0 && (
        <ul className={classes.cards}>{incidents.items.map((incident) => <IncidentCard key={incident.id} caseId={caseId} incident={incident} />)}</ul>)}
      {incidents.hasMore && <div><Button variant="default" loading={incidents.loadingMore} onClick={incidents.loadMore}>{t("common.more")}</Button></div>}
    </Section>
  );
}
