import { Button } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/node";
import { plusDays, today } from "../i18n/dates";
import { DateField, DueBadge, Form, Icon, Opened, RadioField, TextArea, useFormat } from "../ui";
import { useCaseAction, type Case, type Plan } from "./case-data";
import classes from "./casework.module.css";

type Outcome = Schemas["ReviewOutcome"];
const OUTCOMES: readonly Outcome[] = ["goes_on", "new_plan", "ready_to_close"];
const USUAL_DAYS = 90;

interface Review { outcome: string | null; next_on: string | null; note: string }

function ReviewForm({ plan, close }: { plan: Plan; close: () => void }) {
  const { t } = useTranslation();
  const form = useForm<Review>({ initialValues: { outcome: null, next_on: plusDays(today(), USUAL_DAYS), note: "" } });
  const save = useCaseAction(plan.case_id, ({ outcome, next_on, note }: Review) => body(api.POST("/api/plans/{plan_id}/reviews", {
    params: { path: { plan_id: plan.id } },
    body: { version: plan.version, outcome: outcome as Outcome, next_on: next_on ?? "", ...(note.trim() && { note: note.trim() }) } })),
  { said: t("casework.review.said"), done: close });
  return (
    <Form form={form} action={save} submit={t("casework.review.do")} close={close}>
      <RadioField label={t("casework.review.outcome_label")} required {...form.getInputProps("outcome")}
                  choices={OUTCOMES.map((one) => ({ value: one, label: t(`casework.review.outcome.${one}`) }))} />
      <TextArea label={t("casework.review.note")} limit={4000} {...form.getInputProps("note")} />
      <DateField label={t("casework.review.next")} required min={plusDays(today(), 1)} {...form.getInputProps("next_on")} />
    </Form>
  );
}

/** By when the plan that counts is looked at again, and the way to note that it was. */
export function PlanReview({ file, plan }: { file: Case; plan: Plan }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [writing, setWriting] = useState(false);
  const [newest] = file.reviews.filter(({ plan_id }) => plan_id === plan.id);
  if (!plan.review_on) return null;
  return (
    <>
      <div className={classes.line}>
        <span>{t("casework.review.due", { date: format.longDate(plan.review_on) })}</span>
        {file.step !== "closed" && <DueBadge on={plan.review_on} />}
      </div>
      {newest && <p className={classes.quiet}>{t(`casework.review.outcome.${newest.outcome}`)}, {t("casework.by_on", { name: newest.by.name, date: format.dayOf(newest.at) })}</p>}
      {newest?.note && <p className={classes.words}>{newest.note}</p>}
      {plan.allows.review && !writing && (
        <div className={classes.buttons}>
          <Button variant="default" leftSection={<Icon name="task" />} onClick={() => setWriting(true)}>{t("casework.review.title")}</Button>
        </div>)}
      {writing && <Opened><ReviewForm plan={plan} close={() => setWriting(false)} /></Opened>}
    </>
  );
}
