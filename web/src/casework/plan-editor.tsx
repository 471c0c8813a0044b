import { Button, Group } from "@mantine/core";
import { useForm, type UseFormReturnType } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/node";
import { plusDays, today } from "../i18n/dates";
import { DateField, Form, Icon } from "../ui";
import { sortPlans, useCaseAction, type Case, type Plan } from "./case-data";
import classes from "./casework.module.css";
import { ChangedMeanwhile } from "./changed-meanwhile";
import { GoalFields } from "./goal-fields";
import { draftOf, firstDraft, goalsOf, newGoal, type Draft } from "./plan-draft";
import { useUnsaved } from "../ui/unsaved";

/** Codes of the services that a plan may promise, as choices in the reader's language. */
function useServiceChoices() {
  const { t } = useTranslation();
  const catalogue = useQuery({ queryKey: ["services"], queryFn: () => body(api.GET("/api/services")), staleTime: Infinity });
  return (catalogue.data?.services ?? []).map((code) => ({ value: code, label: t(`services.catalogue.${code}`) }));
}

/** Takes over the goals of the plan that counts, for a family whose needs changed a little. */
function CopyFrom({ approved, form }: { approved: Plan; form: UseFormReturnType<Draft> }) {
  const { t } = useTranslation();
  return (
    <Group>
      <Button variant="default" leftSection={<Icon name="copies" />} onClick={() => form.setValues({ goals: draftOf(approved).goals })}>
        {t("casework.plan.copy")}
      </Button>
    </Group>
  );
}

/** Writes the goals and services of a draft. What is typed here is never lost to a colleague who saved first. */
export function PlanEditor({ file, plan, close }: { file: Case; plan: Plan; close: () => void }) {
  const { t } = useTranslation();
  const [version, setVersion] = useState(plan.version);
  const [first] = useState(() => firstDraft(file, plan));
  const form = useForm<Draft>({ initialValues: first });
  const choices = useServiceChoices();
  const put = (draft: Draft, over: number) => body(api.PUT("/api/plans/{plan_id}", {
    params: { path: { plan_id: plan.id } }, body: { version: over, goals: goalsOf(draft), ...(draft.review_on && { review_on: draft.review_on }) } }));
  const save = useCaseAction(file.id, (draft: Draft) => put(draft, version), { said: t("common.saved"), done: close });
  const saveOver = useCaseAction(file.id, (over: number) => put(form.getValues(), over), { said: t("common.saved"), done: close });
  const { approved } = sortPlans(file.plans);

  const take = (theirs: Plan) => {
    form.setValues(draftOf(theirs));
    setVersion(theirs.version);
    save.reset();
    saveOver.reset();
  };
  const meanwhile = save.problem?.key === "edit.changed_meanwhile" && !save.pending;
  // The form asks for itself, but gives way to the comparison.
  useUnsaved(meanwhile && !saveOver.pending);
  if (meanwhile) {
    return <ChangedMeanwhile planId={plan.id} mine={form.getValues()} saveOver={saveOver} take={take} close={close} />;
  }
  return (
    <Form form={form} action={save} submit={t("casework.plan.save")}
          close={close}>
      <p className={classes.quiet}>{t("casework.plan.editor_hint")}</p>
      {approved && plan.goals.length === 0 && <CopyFrom approved={approved} form={form} />}
      {form.values.goals.map((goal, i) => (
        <GoalFields key={goal.key} form={form} index={i} services={choices} remove={() => form.removeListItem("goals", i)} />))}
      <Group>
        <Button variant="default" leftSection={<Icon name="plus" />} onClick={() => form.insertListItem("goals", newGoal())}>
          {t("casework.plan.add_goal")}
        </Button>
      </Group>
      <DateField label={t("casework.review.next")} description={t("casework.review.usual")} min={plusDays(today(), 1)} {...form.getInputProps("review_on")} />
    </Form>
  );
}
