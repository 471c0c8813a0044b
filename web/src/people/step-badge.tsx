import { useTranslation } from "react-i18next";
import { StatusBadge, type Tone } from "../ui";
import type { Step } from "./choices";
import classes from "./step-badge.module.css";

const TONES: Record<Step, Tone> = {
  none: "neutral", opened: "info", assessed: "info", plan_draft: "info", plan_submitted: "waiting", plan_approved: "good",
  in_service: "good", follow_up: "good", closure_proposed: "waiting", closed: "neutral",
};

/** How far the work with a person has come. */
export function StepBadge({ step }: { step: Step }) {
  const { t } = useTranslation();
  return <span className={classes.step}><StatusBadge tone={TONES[step]}>{t(`people.step.${step}`)}</StatusBadge></span>;
}
