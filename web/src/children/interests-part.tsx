import { useTranslation } from "react-i18next";
import { ActionButton, DueBadge, Empty, Opening, Section, StatusBadge, useFormat, type Tone } from "../ui";
import { api, body } from "../api/node";
import { useChildAction, type Child, type Report } from "./children-data";
import classes from "./children.module.css";
import { FinishForm, PanelForm } from "./panel-forms";
import { ReportForm } from "./report-form";
import { openQuestions, ReportText } from "./report-text";

const TONES: Record<Report["state"], Tone> = { draft: "neutral", done: "good", before_panel: "waiting", agreed: "good", not_agreed: "warning" };

function DraftButtons({ child, report }: { child: Child; report: Report }) {
  const { t } = useTranslation();
  const finish = useChildAction(child.case_id, () => body(api.POST("/api/interests/{report_id}/completion", {
    params: { path: { report_id: report.id } }, body: { version: report.version, members: [] } })));
  const open = openQuestions(report);
  return (
    <>
      {open.length > 0 && <p className={classes.words}>{t("children.interests.open", { questions: open.map((name) => t(`children.interests.short.${name}`)).join(", ") })}</p>}
      <div className={classes.buttons}>
        <Opening label={t("children.interests.write_on")} size="sm">{(close) => <ReportForm child={child} report={report} close={close} />}</Opening>
        {report.kind === "panel"
          ? <Opening label={t("children.interests.to_panel")} size="sm" variant="default">{(close) => <FinishForm child={child} report={report} close={close} />}</Opening>
          : <ActionButton action={finish} variant="default" size="sm">{t("children.interests.finish")}</ActionButton>}
      </div>
    </>
  );
}

function ReportCard({ child, report }: { child: Child; report: Report }) {
  const { t } = useTranslation();
  const format = useFormat();
  const newest = child.reports.find(({ state }) => state === "done" || state === "agreed");
  return (
    <li className={classes.card}>
      <div className={classes.line}>
        <strong>{`${t(`children.interests.kind.${report.kind}`)}, ${format.dayOf(report.written_at)}`}</strong>
        <StatusBadge tone={TONES[report.state]}>{t(`children.interests.state.${report.state}`)}</StatusBadge>
      </div>
      <p className={classes.quiet}>{report.written_by.name}</p>
      {report.closed ? <p className={classes.words}>{t("children.interests.closed")}</p> : <ReportText report={report} />}
      {report.review_on && report === newest && !child.of_age && (
        <div className={classes.line}><span>{t("children.interests.review_on")}</span><DueBadge on={report.review_on} /></div>)}
      {report.seats.length > 0 && (
        <ul>
          {report.seats.map(({ member, opinion, reason, confirmed }) => (
            <li key={member.id}>
              {`${member.name}: ${opinion ? t(`children.panel.opinion.${opinion}`) : t(confirmed ? "children.panel.reads" : "children.panel.waits")}`}
              {reason && <p className={classes.words}>{reason}</p>}
            </li>))}
        </ul>)}
      {report.state === "before_panel" && <p className={classes.quiet}>{t("children.interests.pending")}</p>}
      {child.allows.write && report.state === "draft" && <DraftButtons child={child} report={report} />}
      {child.allows.write && report.state === "before_panel" && (
        <div className={classes.buttons}>
          <Opening label={t("children.panel.change")} size="sm" variant="subtle">{(close) => <PanelForm child={child} report={report} close={close} />}</Opening>
        </div>)}
    </li>
  );
}

/** Assessments, reports for a panel, reviews: the newest first. */
export function InterestsPart({ child }: { child: Child }) {
  const { t } = useTranslation();
  return (
    <Section title={t("children.interests.title")}>
      {child.reports.length === 0 && <Empty icon="heart" title={t("children.interests.empty")} hint={t("children.interests.empty_hint")} />}
      {child.reports.length > 0 && <ul className={classes.cards}>{child.reports.map((report) => <ReportCard key={report.id} child={child} report={report} />)}</ul>}
      {child.allows.write && <Opening label={t("children.interests.begin")} variant="default">{(close) => <ReportForm child={child} close={close} />}</Opening>}
    </Section>
  );
}
