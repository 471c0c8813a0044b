import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/node";
import { DueBadge, Icon, Link, type IconName } from "../ui";
import lines from "../ui/lines.module.css";

type Task = Schemas["Task"];

/** The part of the case file where a task is done. */
const PART: Record<Task["kind"], string> = {
  assess: "needs", make_plan: "plan", mend_plan: "plan", approve_plan: "plan", visit: "visits", order: "services", deliver: "services",
  survey: "survey", approve_closure: "closure", approve_order: "services", outcome: "services", referral_done: "services", referral_refused: "referrals", approve_needs: "needs", mend_needs: "needs", review_plan: "plan",
  decide_transfer: "transfers", conference: "conferences", conference_task: "conferences",
  approve_assessment: "assessments", mend_assessment: "assessments", finish_assessment: "assessments",
  review_residential: "child", review_interests: "child", finish_interests: "child", child_contact: "child", sit_on_panel: "child",
  ask_legal_aid: "documents", bring_to_registry: "documents", registry_refused: "documents",
  consent_expires: "sharing", consent_of_age: "sharing", recall_letter: "sharing", recall_answer: "sharing",
  follow_incident: "notes", answer_complaint: "notes", ask_complaint: "notes",
  propose_extract: "disclosures", decide_order: "disclosures", tell_person: "disclosures",
};
const ICONS: Record<Task["kind"], IconName> = {
  assess: "heart", make_plan: "edit", mend_plan: "edit", approve_plan: "task", visit: "people", order: "services", deliver: "services",
  survey: "chart", approve_closure: "folder", approve_order: "task", outcome: "quote", referral_done: "check", referral_refused: "inbox", approve_needs: "task", mend_needs: "edit", review_plan: "task",
  decide_transfer: "send", conference: "people", conference_task: "task",
  approve_assessment: "task", mend_assessment: "edit", finish_assessment: "edit",
  review_residential: "clock", review_interests: "heart", finish_interests: "edit", child_contact: "family", sit_on_panel: "people",
  ask_legal_aid: "alert", bring_to_registry: "file", registry_refused: "file",
  consent_expires: "clock", consent_of_age: "person", recall_letter: "send", recall_answer: "inbox",
  follow_incident: "alert", answer_complaint: "quote", ask_complaint: "quote",
  propose_extract: "edit", decide_order: "task", tell_person: "person",
};

/** The pages of a case file that are not its first. */
const PAGES = ["child", "documents", "sharing", "notes", "referrals"];

/** The way to where a task is done. */
export function wayTo({ kind, case_id, subject_id, detail }: Task): { to: string; params: Record<string, string>; hash?: string } {
  if (kind === "decide_transfer") return { to: "/transfers/$transferId", params: { transferId: subject_id } };
  if (kind === "conference" || kind === "conference_task") return { to: "/conferences/$conferenceId", params: { conferenceId: subject_id } };
  if (kind === "sit_on_panel") return { to: "/panels/$reportId", params: { reportId: subject_id } };
  if (kind === "visit") return { to: "/cases/$caseId/visit", params: { caseId: case_id } };
  if (kind === "answer_complaint" || kind === "ask_complaint") return { to: "/complaints/$complaintId", params: { complaintId: subject_id } };
  if (PART[kind] === "disclosures") return { to: "/disclosures/$orderId", params: { orderId: subject_id } };
  if (PAGES.includes(PART[kind])) return { to: `/cases/$caseId/${PART[kind]}`, params: { caseId: case_id } };
  if (PART[kind] === "assessments") return { to: "/cases/$caseId/assessments/$answerId", params: { caseId: case_id, answerId: subject_id } };
  return kind === "survey" && detail !== undefined
    ? { to: "/cases/$caseId/surveys/$month", params: { caseId: case_id, month: detail } }
    : { to: "/cases/$caseId", params: { caseId: case_id }, hash: PART[kind] };
}

const WITH_SERVICE: Task["kind"][] = ["order", "deliver", "approve_order", "outcome", "referral_done", "referral_refused"];

function useTaskWords() {
  const { t } = useTranslation();
  return ({ kind, detail }: Task) => {
    if (kind === "review_interests" || kind === "finish_interests") return t(`home.task.${kind}`, { kind: t(`children.interests.kind.${detail}`) });
    if (kind === "child_contact") return t("home.task.child_contact", { whom: t(`children.contact.whom.${detail}`) });
    if (kind === "survey") return t("home.task.survey", { count: Number(detail) });
    if (WITH_SERVICE.includes(kind)) return t(`home.task.${kind}`, { service: t(`services.catalogue.${detail}`) });
    if (kind === "bring_to_registry" || kind === "registry_refused") return t(`home.task.${kind}`, { document: t(`documents.document.${detail}`) });
    if (kind === "consent_expires") return t("home.task.consent_expires", { purpose: t(`consents.purpose.${detail}`) });
    if (kind === "follow_incident") return t("home.task.follow_incident", { place: t(`notes.incident.at.${detail}`) });
    if (kind === "answer_complaint" || kind === "ask_complaint" || PART[kind] === "disclosures") return t(`home.task.${kind}`, { reference: detail });
    return t(`home.task.${kind}`);
  };
}

/** Whom it concerns: name and code of the file. Either may be missing: a panel is not told the name before its promise, an order has no file. */
function Whom({ name, code }: { name: string; code: string }) {
  if (!code) return null;
  return <span className={lines.whom}>{name && `${name} · `}<span className={lines.code}>{code}</span></span>;
}

/** One task: what, for whom, by when; the whole leads to where it is done. */
export function TaskCard({ task, today }: { task: Task; today: string }) {
  const words = useTaskWords();
  return (
    <li className={lines.line}>
      <span className={lines.mark}><Icon name={ICONS[task.kind]} /></span>
      <span className={lines.what}>
        <Link {...wayTo(task)} className={lines.way}>{words(task)}</Link>
        <Whom name={task.person.name} code={task.person.code} />
      </span>
      <DueBadge on={task.due_on} now={today} />
    </li>
  );
}
