import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Icon, Opened, StatusBadge, useFormat } from "../ui";
import type { Case, Closure } from "./case-data";
import classes from "./casework.module.css";
import { DecideClosure, ProposeClosure, ReopenCase } from "./closure-forms";
import { Part } from "./part";

function ClosureState({ closure }: { closure: Closure }) {
  const { t } = useTranslation();
  if (closure.reopened_at) return <StatusBadge tone="info" icon="folder">{t("casework.closure.state.reopened")}</StatusBadge>;
  if (closure.approved === undefined) return <StatusBadge tone="waiting">{t("casework.closure.state.waiting")}</StatusBadge>;
  return closure.approved
    ? <StatusBadge tone="good">{t("casework.closure.state.closed")}</StatusBadge>
    : <StatusBadge tone="warning" icon="cross">{t("casework.closure.state.refused")}</StatusBadge>;
}

/** One proposal to close, with all that became of it. */
function ClosureCard({ closure }: { closure: Closure }) {
  const { t } = useTranslation();
  const format = useFormat();
  const by = (name: string | undefined, at: string | undefined) => ({ name, date: format.dayOf(at) });
  return (
    <>
      <div className={classes.line}><strong>{t(`casework.closure.reason.${closure.reason}`)}</strong><ClosureState closure={closure} /></div>
      <p className={classes.quiet}>{t("casework.closure.proposed", by(closure.proposed_by.name, closure.proposed_at))}</p>
      {closure.note && <p className={classes.words}>{closure.note}</p>}
      {closure.decided_by && (
        <p className={classes.quiet}>{t(closure.approved ? "casework.closure.approved" : "casework.closure.refused", by(closure.decided_by.name, closure.decided_at))}</p>)}
      {closure.comment && <p className={classes.words}>{closure.comment}</p>}
      {closure.reopened_by && <p className={classes.quiet}>{t("casework.closure.reopened", by(closure.reopened_by.name, closure.reopened_at))}</p>}
      {closure.reopening && <p className={classes.words}>{closure.reopening}</p>}
    </>
  );
}

/** Closing the file and opening it again; each takes a reason, closing a second person. What was is kept. */
export function ClosurePart({ file }: { file: Case }) {
  const { t } = useTranslation();
  const [doing, setDoing] = useState<"propose" | "reopen" | null>(null);
  const close = () => setDoing(null);
  return (
    <Part name="closure" title={t("casework.part.closure")}>
      {file.closures.length === 0 && doing === null && <p className={classes.words}>{t("casework.closure.intro")}</p>}
      {file.closures.length > 0 && (
        <ul className={classes.cards}>
          {file.closures.map((closure) => (
            <li key={closure.id} className={classes.card}>
              <ClosureCard closure={closure} />
              {closure.may_decide && <DecideClosure caseId={file.id} closure={closure} />}
            </li>))}
        </ul>)}
      {doing === null && (
        <div>
          {file.allows.propose_closure && <Button variant="default" onClick={() => setDoing("propose")}>{t("casework.closure.propose")}</Button>}
          {file.allows.reopen && <Button leftSection={<Icon name="folder" />} onClick={() => setDoing("reopen")}>{t("casework.closure.reopen")}</Button>}
        </div>)}
      {doing === "propose" && <Opened><ProposeClosure caseId={file.id} close={close} /></Opened>}
      {doing === "reopen" && <Opened><ReopenCase caseId={file.id} close={close} /></Opened>}
    </Part>
  );
}
