import { Button } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/node";
import { plusDays, today } from "../i18n/dates";
import { ChangeVisit, VisitAnswers, VisitChanges } from "../notes/parts";
import { ButtonLink, DateField, DueBadge, Form, Icon, Opened, SelectField, StatusBadge, useFormat } from "../ui";
import { useCaseAction, type Case, type Visit } from "./case-data";
import classes from "./casework.module.css";
import { Part } from "./part";

const USUAL_DAYS = 14;
const KINDS: Visit["kind"][] = ["home", "office", "phone", "school"];
const PURPOSES: Visit["purpose"][] = ["service", "after_reunification", "in_care", "assessment"];
/** The steps at which a visit is the next thing to do. */
const WHILE_SERVING: Case["step"][] = ["plan_approved", "in_service", "follow_up"];

interface Plan {
  due_on: string | null;
  kind: string | null;
  purpose: string | null;
}

function PlanVisit({ file, close }: { file: Case; close: () => void }) {
  const { t } = useTranslation();
  const form = useForm<Plan>({ initialValues: { due_on: plusDays(today(), USUAL_DAYS), kind: "home", purpose: file.visits[0]?.purpose ?? "service" } });
  const plan = useCaseAction(file.id, ({ due_on, kind, purpose }: Plan) => body(api.POST("/api/cases/{case_id}/visits", {
    params: { path: { case_id: file.id } }, body: { due_on: due_on ?? "", kind: kind as Visit["kind"], purpose: purpose as Visit["purpose"] } })),
  { said: t("casework.visit.planned_said"), done: close });
  return (
    <Form form={form} action={plan} submit={t("casework.visit.plan")} close={close}>
      <DateField label={t("casework.visit.when")} required min={today()} {...form.getInputProps("due_on")} />
      <SelectField label={t("notes.visit.where")} required unchosen={null} choices={KINDS.map((kind) => ({ value: kind, label: t(`notes.kind.${kind}`) }))} {...form.getInputProps("kind")} />
      <SelectField label={t("notes.visit.purpose")} required unchosen={null} {...form.getInputProps("purpose")}
                   choices={PURPOSES.map((purpose) => ({ value: purpose, label: t(`notes.purpose.${purpose}`) }))} />
    </Form>
  );
}

function AheadCard({ file, visit }: { file: Case; visit: Visit }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [changing, setChanging] = useState(false);
  return (
    <li className={classes.card}>
      <div className={classes.line}><strong>{t("casework.visit.on", { date: format.longDate(visit.due_on) })}</strong>{file.step !== "closed" && <DueBadge on={visit.due_on} />}</div>
      <p className={classes.quiet}>{`${t(`notes.kind.${visit.kind}`)} · ${t(`notes.purpose.${visit.purpose}`)}`}</p>
      {file.allows.plan_visit && !changing && (
        <div className={classes.buttons}>
          <ButtonLink to="/cases/$caseId/visit" params={{ caseId: file.id }} size="sm" variant="default" leftSection={<Icon name="edit" size={16} />}>{t("casework.visit.note_it")}</ButtonLink>
          <Button size="sm" variant="subtle" onClick={() => setChanging(true)}>{t("notes.visit.change")}</Button>
        </div>)}
      {changing && <Opened><ChangeVisit caseId={file.id} visit={visit} close={() => setChanging(false)} /></Opened>}
    </li>
  );
}

function DoneCard({ visit }: { visit: Visit }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <li className={classes.card}>
      <div className={classes.line}><strong>{format.longDate(visit.done_on)}</strong><StatusBadge tone="good">{t("casework.visit.done")}</StatusBadge></div>
      {visit.note && <p className={classes.words}>{visit.note}</p>}
      <VisitAnswers visit={visit} />
      {visit.done_by && <p className={classes.quiet}>{visit.done_by.name}</p>}
    </li>
  );
}

/** Follow-up visits: those ahead, earliest first; those that were made, latest first. */
export function VisitsPart({ file }: { file: Case }) {
  const { t } = useTranslation();
  const [planning, setPlanning] = useState(false);
  const ahead = file.visits.filter(({ done_on }) => !done_on).toReversed();
  const made = file.visits.filter(({ done_on }) => done_on).toSorted((a, b) => (b.done_on ?? "").localeCompare(a.done_on ?? ""));
  return (
    <Part name="visits" title={t("casework.part.visits")}
          actions={file.allows.plan_visit && !planning && (
            <>
            {ahead.length === 0 && <ButtonLink to="/cases/$caseId/visit" params={{ caseId: file.id }} variant="default" leftSection={<Icon name="edit" />}>{t("notes.visit.open")}</ButtonLink>}
            <Button variant={WHILE_SERVING.includes(file.step) && ahead.length === 0 ? "filled" : "default"} leftSection={<Icon name="plus" />} onClick={() => setPlanning(true)}>
              {t("casework.visit.plan")}
            </Button>
            </>)}>
      {planning && <Opened><PlanVisit file={file} close={() => setPlanning(false)} /></Opened>}
      {file.visits.length === 0 && !planning && <p className={classes.quiet}>{t("casework.visit.empty")}</p>}
      {ahead.length > 0 && <ul className={classes.cards}>{ahead.map((visit) => <AheadCard key={visit.id} file={file} visit={visit} />)}</ul>}
      {made.length > 0 && <ul className={classes.cards}>{made.map((visit) => <DoneCard key={visit.id} visit={visit} />)}</ul>}
      {file.visits.length > 0 && <VisitChanges caseId={file.id} />}
    </Part>
  );
}
