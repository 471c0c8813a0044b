import { useTranslation } from "react-i18next";
import { StatusBadge, type Tone } from "../ui";
import type { Decision } from "./queries";

const TONES: Record<Decision["state"] | "superseded", Tone> = {
  draft: "info", silence: "waiting", objected: "warning", adopted: "good", superseded: "neutral", withdrawn: "neutral",
};

/** Where a decision stands, as one word. */
export function DecisionState({ decision }: { decision: Pick<Decision, "state" | "superseded_by"> }) {
  const { t } = useTranslation();
  const state = decision.superseded_by ? "superseded" : decision.state;
  return <StatusBadge tone={TONES[state]}>{t(`decisions.state.${state}`)}</StatusBadge>;
}

/** "Decision 2024/1", or the working title while it has no number. */
export function useDecisionName(): (decision: { number: string; title: string }) => string {
  const { t } = useTranslation();
  return ({ number, title }) => (number ? t("decisions.number", { number }) : title);
}

/** How many days of a silence are left. */
export function useDaysLeft(): (days: number) => string {
  const { t } = useTranslation();
  return (days) => t("decisions.silence.days_left", { count: days });
}
