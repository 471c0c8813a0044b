import { useTranslation } from "react-i18next";
import { Link, Section, Steps, useFormat } from "../ui";
import { sortPlans, type Case } from "./case-data";
import classes from "./casework.module.css";
import { PARTS, type PartName } from "./part";

const STEPS = ["identify", "assess", "plan", "serve", "follow_up", "close"] as const;
type Step = (typeof STEPS)[number];

const STEP_OF: Record<Case["step"], Step | null> = {
  opened: "assess", assessed: "plan", plan_draft: "plan", plan_submitted: "plan", plan_approved: "serve", in_service: "serve",
  follow_up: "follow_up", closure_proposed: "close", closed: null,
};

/** What comes next, as this reader sees it, and the part of the page where it is done. */
function nextOf(file: Case): [name: string, part: PartName] {
  const { open } = sortPlans(file.plans);
  switch (file.step) {
    case "opened": return ["opened", "needs"];
    case "assessed": return ["assessed", "plan"];
    case "plan_draft": return [open?.state === "returned" ? "plan_returned" : "plan_draft", "plan"];
    case "plan_submitted": return [open?.allows.decide ? "plan_decide" : "plan_submitted", "plan"];
    case "plan_approved": return ["plan_approved", "services"];
    case "in_service": return ["in_service", "services"];
    case "follow_up": return ["follow_up", "visits"];
    case "closure_proposed": return [file.closures.some(({ may_decide }) => may_decide) ? "closure_decide" : "closure_proposed", "closure"];
    case "closed": return ["closed", "closure"];
  }
}

/** The six steps of the work, where this file is, what comes next, and the ways to each part of the page. */
export function WhereItStands({ file }: { file: Case }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [next, part] = nextOf(file);
  const closed = file.step === "closed" ? file.closures.find(({ approved, reopened_at }) => approved && !reopened_at) : undefined;
  return (
    <Section title={t("casework.stands.title")}>
      <Steps label={t("casework.stands.steps")} current={STEP_OF[file.step]}
             steps={STEPS.map((step) => ({ key: step, label: t(`casework.steps.${step}`) }))} />
      <p className={`${classes.next} ${classes.words}`}>
        {t(`casework.next.${next}`, { date: format.dayOf(closed?.decided_at) })}{" "}
        <Link to="/cases/$caseId" params={{ caseId: file.id }} hash={part}>{t(`casework.go.${part}`)}</Link>
      </p>
      <nav aria-label={t("casework.stands.parts")}>
        <ul className={classes.jumps}>
          {PARTS.map((name) => (
            <li key={name}><Link to="/cases/$caseId" params={{ caseId: file.id }} hash={name}>{t(`casework.part.${name}`)}</Link></li>))}
        </ul>
      </nav>
    </Section>
  );
}
