import { Button } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, body } from "../api/node";
import { useAction } from "../api/queries";
import { ActionButton, DueBadge, Form, Opened, Section, StatusBadge, TextArea } from "../ui";
import type { Conference } from "./course-data";
import classes from "./course.module.css";

type Task = Conference["tasks"][number];

function TaskCard({ conference, task }: { conference: Conference; task: Task }) {
  const { t } = useTranslation();
  const [dropping, setDropping] = useState(false);
  const form = useForm({ initialValues: { reason: "" } });
  const close = (input: { done: boolean; reason?: string }) =>
    body(api.POST("/api/conference-tasks/{task_id}/closing", { params: { path: { task_id: task.id } }, body: input }));
  const after = { refresh: [["conferences", conference.id], ["cases", conference.case_id], ["tasks"]], said: t("common.saved") };
  const finish = useAction(() => close({ done: true }), after);
  const drop = useAction(({ reason }: { reason: string }) => close({ done: false, reason: reason.trim() }), after);
  return (
    <li className={classes.card}>
      <div className={classes.line}>
        <strong className={classes.words}>{task.text}</strong>
        {task.state === "open" ? <DueBadge on={task.due_on} />
          : <StatusBadge tone={task.state === "done" ? "good" : "info"}>{t(`course.agreed.${task.state}`)}</StatusBadge>}
      </div>
      <p className={classes.quiet}>{task.owner.name}</p>
      {task.reason && <p className={classes.words}>{task.reason}</p>}
      {task.may_close && !dropping && (
        <div className={classes.row}>
          <ActionButton action={finish}>{t("course.agreed.do_done")}</ActionButton>
          <Button variant="default" onClick={() => setDropping(true)}>{t("course.agreed.do_drop")}</Button>
        </div>)}
      {dropping && task.may_close && (
        <Opened>
          <Form form={form} action={drop} submit={t("course.agreed.do_drop")} close={() => setDropping(false)}>
            <TextArea label={t("course.agreed.why")} required limit={4000} {...form.getInputProps("reason")} />
          </Form>
        </Opened>)}
    </li>
  );
}

/** What was agreed; each stays on its owner's first page until it is done or dropped. */
export function AgreedTasks({ conference }: { conference: Conference }) {
  const { t } = useTranslation();
  return (
    <Section title={t("course.agreed.title")}>
      {conference.tasks.length === 0 ? <p className={classes.quiet}>{t("course.agreed.none")}</p>
        : <ul className={classes.cards}>{conference.tasks.map((task) => <TaskCard key={task.id} conference={conference} task={task} />)}</ul>}
    </Section>
  );
}
