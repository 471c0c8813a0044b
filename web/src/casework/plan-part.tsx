import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/node";
import { ActionButton, Empty, Icon, Opened } from "../ui";
import { sortPlans, useCaseAction, type Case, type Plan } from "./case-data";
import classes from "./casework.module.css";
import { Part } from "./part";
import { PlanDecision } from "./plan-decision";
import { PlanEditor } from "./plan-editor";
import { PlanReview } from "./plan-review";
import { PlanGoals } from "./plan-goals";
import { PlanView } from "./plan-view";

function StartPlan({ file, started }: { file: Case; started: (plan: Plan) => void }) {
  const { t } = useTranslation();
  const start = useCaseAction(file.id,
    () => body(api.POST("/api/cases/{case_id}/plans", { params: { path: { case_id: file.id } } })), { done: started });
  const again = sortPlans(file.plans).approved !== undefined;
  return <ActionButton action={start} variant={again ? "default" : "filled"} leftSection={<Icon name="plus" />}>{t(again ? "casework.plan.start_new" : "casework.plan.start")}</ActionButton>;
}

function SubmitPlan({ plan }: { plan: Plan }) {
  const { t } = useTranslation();
  const submit = useCaseAction(plan.case_id,
    () => body(api.POST("/api/plans/{plan_id}/submission", { params: { path: { plan_id: plan.id } }, body: { version: plan.version } })),
    { said: t("casework.plan.submitted_said") });
  return <ActionButton action={submit} leftSection={<Icon name="send" />}>{t("casework.plan.submit")}</ActionButton>;
}

/** The plan in the making: written here, handed over, decided. */
function OpenPlan({ file, plan, writing, setWriting }: { file: Case; plan: Plan; writing: boolean; setWriting: (on: boolean) => void }) {
  const { t } = useTranslation();
  if (writing && plan.allows.write) return <Opened><PlanEditor file={file} plan={plan} close={() => setWriting(false)} /></Opened>;
  return (
    <>
      <PlanView plan={plan} />
      <div className={classes.buttons}>
        {plan.allows.submit && plan.goals.length > 0 && <SubmitPlan plan={plan} />}
        {plan.allows.write && (
          <Button variant="default" leftSection={<Icon name="edit" />} onClick={() => setWriting(true)}>
            {t(plan.goals.length > 0 ? "casework.plan.change" : "casework.plan.write")}
          </Button>)}
      </div>
      {plan.allows.decide && <PlanDecision plan={plan} />}
    </>
  );
}

function EarlierPlans({ plans }: { plans: Plan[] }) {
  const { t } = useTranslation();
  if (plans.length === 0) return null;
  return (
    <details className={classes.fold}>
      <summary>{t("casework.plan.earlier", { count: plans.length })}</summary>
      <ul className={classes.cards}>{plans.map((plan) => <li key={plan.id} className={classes.card}><PlanView plan={plan} /></li>)}</ul>
    </details>
  );
}

/** What was agreed with the family: the plan that counts, the one in the making, those before. */
export function PlanPart({ file }: { file: Case }) {
  const { t } = useTranslation();
  const [writing, setWriting] = useState(false);
  const { open, approved, earlier } = sortPlans(file.plans);
  return (
    <Part name="plan" title={t("casework.part.plan")} actions={file.allows.start_plan && <StartPlan file={file} started={() => setWriting(true)} />}>
      {!open && !approved && file.needs.length === 0 && <p className={classes.quiet}>{t("casework.plan.empty_first_needs")}</p>}
      {!open && !approved && file.needs.length > 0 && <Empty icon="task" title={t("casework.plan.empty")} hint={t("casework.plan.empty_hint")} />}
      {open && <OpenPlan file={file} plan={open} writing={writing} setWriting={setWriting} />}
      {approved && !open && <PlanView plan={approved} />}
      {approved && <PlanReview file={file} plan={approved} />}
      {approved && open && (
        <details className={classes.fold}>
          <summary>{t("casework.plan.counts_until")}</summary>
          <PlanGoals goals={approved.goals} />
        </details>
      )}
      <EarlierPlans plans={earlier} />
    </Part>
  );
}
