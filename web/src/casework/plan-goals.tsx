import { useTranslation } from "react-i18next";
import { useFormat } from "../ui";
import type { Plan } from "./case-data";
import classes from "./casework.module.css";

/** The goals of a plan with the services that they promise. */
export function PlanGoals({ goals }: { goals: Plan["goals"] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const by = (on: string | undefined) => on && <span className={classes.quiet}> ({t("casework.plan.by", { date: format.date(on) })})</span>;
  if (goals.length === 0) return <p className={classes.quiet}>{t("casework.plan.no_goals")}</p>;
  return (
    <ol className={classes.goals}>
      {goals.map((goal) => (
        <li key={goal.id}>
          <p className={classes.quiet}>{t(`casework.domain.${goal.domain}`)}</p>
          <p className={classes.words}><strong>{goal.text}</strong>{by(goal.due_on)}</p>
          {goal.services.length > 0 && (
            <ul className={classes.services}>
              {goal.services.map((service) => (
                <li key={service.id}>
                  {t(`services.catalogue.${service.service}`)}{by(service.due_on)}
                  {service.note && <div className={`${classes.quiet} ${classes.words}`}>{service.note}</div>}
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  );
}
