import { Alert } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Icon, StatusBadge, useFormat, type IconName, type Tone } from "../ui";
import type { Plan } from "./case-data";
import classes from "./casework.module.css";
import { PlanGoals } from "./plan-goals";

const LOOKS: Record<Plan["state"], [Tone, IconName]> = {
  draft: ["neutral", "edit"], submitted: ["waiting", "clock"], returned: ["warning", "edit"], approved: ["good", "check"], superseded: ["neutral", "file"],
};

export function PlanStateBadge({ state }: { state: Plan["state"] }) {
  const { t } = useTranslation();
  const [tone, icon] = LOOKS[state];
  return <StatusBadge tone={tone} icon={icon}>{t(`casework.plan.state.${state}`)}</StatusBadge>;
}

/** One plan as it stands: its state, who brought it there, a supervisor's comment, its goals. */
export function PlanView({ plan }: { plan: Plan }) {
  const { t } = useTranslation();
  const format = useFormat();
  const last = plan.moves.at(-1);
  return (
    <>
      <div className={classes.line}>
        <PlanStateBadge state={plan.state} />
        <span className={classes.quiet}>
          {last
            ? t(`casework.plan.move.${last.kind}`, { name: last.by.name, date: format.dayOf(last.at) })
            : t("casework.plan.move.started", { name: plan.created_by.name, date: format.dayOf(plan.created_at) })}
        </span>
      </div>
      {plan.comment && (
        <Alert icon={<Icon name={plan.state === "returned" ? "edit" : "info"} />} color={plan.state === "returned" ? "apricot" : "spruce"}
               title={t(`casework.plan.comment.${plan.state === "returned" ? "returned" : "other"}`)}>
          <p className={classes.words}>{plan.comment}</p>
        </Alert>
      )}
      <PlanGoals goals={plan.goals} />
    </>
  );
}
