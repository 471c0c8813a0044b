import { Button, Group } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/node";
import { useList } from "../api/queries";
import { plusDays } from "../i18n/dates";
import { Empty, Section, Waiting } from "../ui";
import classes from "./home.module.css";
import { TaskCard } from "./task-card";

type Task = Schemas["Task"];

const AT_FIRST = 6;
const APPROVALS: Task["kind"][] = ["approve_plan", "approve_closure", "approve_needs", "decide_transfer", "approve_assessment", "approve_order"];

/** Tasks in the order of their urgency: overdue, the seven days from today, later. */
export function byUrgency(tasks: readonly Task[], today: string) {
  const weekEnds = plusDays(today, 7);
  return {
    overdue: tasks.filter(({ overdue }) => overdue),
    this_week: tasks.filter(({ overdue, due_on }) => !overdue && due_on < weekEnds),
    later: tasks.filter(({ overdue, due_on }) => !overdue && due_on >= weekEnds),
  };
}

/** One group of tasks; a long one opens up when asked to, so that the groups below stay in sight. */
function Tasks({ title, tasks, today }: { title: string; tasks: Task[]; today: string }) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  if (tasks.length === 0) return null;
  const shown = all || tasks.length <= AT_FIRST + 2 ? tasks : tasks.slice(0, AT_FIRST);
  return (
    <Section title={title}>
      <ul className={classes.tasks}>
        {shown.map((task) => <TaskCard key={`${task.kind} ${task.subject_id} ${task.detail ?? ""}`} task={task} today={today} />)}
      </ul>
      {shown.length < tasks.length && (
        <div><Button variant="default" onClick={() => setAll(true)}>{t("home.tasks.more", { count: tasks.length - shown.length })}</Button></div>)}
    </Section>
  );
}

/** What waits for the reader: approvals first, since others wait for them; then by urgency. */
export function MyTasks({ first }: { first: Schemas["TaskList"] }) {
  const { t } = useTranslation();
  // The first part came with the page; a further one is asked for when the reader wants it.
  const tasks = useList(["tasks", first.next ?? "", first.total], (cursor) =>
    cursor === undefined ? Promise.resolve(first) : body(api.GET("/api/tasks", { params: { query: { cursor, limit: 200 } } })));
  if (!tasks.data) return <Waiting for={tasks} />;
  const { total, overdue, today } = first;
  if (total === 0) return <Section title={t("home.tasks.title")}><Empty icon="sun" title={t("home.tasks.empty")} hint={t("home.tasks.empty_hint")} /></Section>;
  const approvals = tasks.items.filter(({ kind }) => APPROVALS.includes(kind));
  const groups = byUrgency(tasks.items.filter(({ kind }) => !APPROVALS.includes(kind)), today);
  return (
    <>
      <p className={classes.sum}>
        {t("home.tasks.total", { count: total })}{" "}
        {overdue > 0 ? t("home.tasks.overdue_of_them", { count: overdue }) : t("home.tasks.none_overdue")}
      </p>
      <Tasks title={t("home.tasks.approvals", { count: first.approvals })} tasks={approvals} today={today} />
      <Tasks title={t("home.tasks.overdue", { count: first.overdue - first.overdue_approvals })} tasks={groups.overdue} today={today} />
      <Tasks title={t("home.tasks.this_week", { count: groups.this_week.length })} tasks={groups.this_week} today={today} />
      <Tasks title={t("home.tasks.later", { count: groups.later.length })} tasks={groups.later} today={today} />
      {tasks.hasMore && (
        <Group>
          <Button variant="default" loading={tasks.loadingMore} onClick={tasks.loadMore}>
            {t("home.tasks.more", { count: total - tasks.items.length })}
          </Button>
        </Group>)}
    </>
  );
}
