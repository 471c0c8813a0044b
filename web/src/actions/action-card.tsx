import { Anchor, Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/node";
import { DueBadge, Facts, Icon, Opened, Section, StatusBadge, Timeline, useFormat } from "../ui";
import classes from "./actions.module.css";
import { ReportForm } from "./report-form";

type Action = Schemas["Action"];

type Report = Action["progress"][number];

function Words({ report: { note, percent, evidence, evidence_url } }: { report: Report }) {
  const { t } = useTranslation();
  return (
    <div>
      <p className={classes.words}>{note}</p>
      {percent !== undefined && <p className={classes.quiet}>{t("actions.percent", { percent })}</p>}
      {evidence && <p className={classes.words}>{t("actions.evidence")}: {evidence}</p>}
      {evidence_url && <Anchor href={evidence_url} rel="noopener noreferrer nofollow" target="_blank">{t("actions.evidence_link")}</Anchor>}
    </div>
  );
}

/** What this State reported and what the Council changed, in the order of time. */
function WhatHappened({ action }: { action: Action }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (action.progress.length + action.changes.length === 0) return <p className={classes.quiet}>{t("actions.no_reports")}</p>;
  const reports = action.progress.map((report, i) => ({
    at: report.reported_at, key: report.id, icon: report.state === "done" ? "check" as const : "edit" as const,
    title: t(report.state === "done" ? "actions.reported_done" : action.progress[i - 1]?.state === "done" ? "actions.opened_again" : "actions.reported"), content: <Words report={report} />,
  }));
  const changes = action.changes.map(({ version, kind, due_was, due_on, reason, changed_at }) => ({
    at: changed_at, key: String(version), icon: kind === "dropped" ? "cross" as const : "calendar" as const,
    title: kind === "dropped" ? t("actions.was_dropped") : t("actions.due_moved", { was: format.longDate(due_was), to: format.longDate(due_on) }),
    content: <p className={classes.words}>{reason}</p>,
  }));
  const all = [...reports, ...changes].sort((a, b) => a.at.localeCompare(b.at));
  return <Timeline entries={all.map(({ at, ...entry }) => ({ ...entry, when: format.instant(at) }))} />;
}

function State({ action }: { action: Action }) {
  const { t } = useTranslation();
  if (action.state === "dropped") return <StatusBadge tone="neutral" icon="cross">{t("actions.dropped")}</StatusBadge>;
  return action.state === "done" ? <StatusBadge tone="good">{t("actions.done")}</StatusBadge> : <DueBadge on={action.due_on} />;
}

/** One action item of the Council: what is asked, by when, whence it comes, what was reported. */
export function ActionCard({ action }: { action: Action }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [reporting, setReporting] = useState(false);
  return (
    <Section title={action.title} actions={<State action={action} />}>
      {action.body && <p className={classes.words}>{action.body}</p>}
      <Facts of={[
        { label: t("actions.due"), value: format.longDate(action.due_on) },
        { label: t("actions.session"), value: action.session || null },
        { label: t("actions.decision"), value: action.decision || null },
      ]} />
      <WhatHappened action={action} />
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
