import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/node";
import { DueBadge, Facts, Icon, Opened, Section, StatusBadge, Timeline, useFormat } from "../ui";
import classes from "./actions.module.css";
import { ReportForm } from "./report-form";

type Action = Schemas["Action"];

function Reports({ action }: { action: Action }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (action.progress.length === 0) return <p className={classes.quiet}>{t("actions.no_reports")}</p>;
  return (
    <Timeline entries={action.progress.map(({ id, note, state, reported_at }) => ({
      key: id, when: format.instant(reported_at), icon: state === "done" ? "check" : "edit",
      title: t(state === "done" ? "actions.reported_done" : "actions.reported"), content: <p className={classes.words}>{note}</p>,
    }))} />
  );
}

/** One action item of the Council: what is asked, by when, whence it comes, what was reported. */
export function ActionCard({ action }: { action: Action }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [reporting, setReporting] = useState(false);
  return (
    <Section title={action.title}
             actions={action.state === "done" ? <StatusBadge tone="good">{t("actions.done")}</StatusBadge> : <DueBadge on={action.due_on} />}>
      {action.body && <p className={classes.words}>{action.body}</p>}
      <Facts of={[
        { label: t("actions.due"), value: format.longDate(action.due_on) },
        { label: t("actions.session"), value: action.session || null },
        { label: t("actions.decision"), value: action.decision || null },
      ]} />
      <Reports action={action} />
      {action.allows.report && !reporting && (
        <div>
          <Button variant={action.state === "done" ? "default" : "filled"} leftSection={<Icon name="send" />} onClick={() => setReporting(true)}>
            {t("actions.report")}
          </Button>
        </div>)}
      {reporting && <Opened><ReportForm action={action} close={() => setReporting(false)} /></Opened>}
    </Section>
  );
}
