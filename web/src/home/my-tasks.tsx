import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { api, body, type Schemas } from "../api/node";
import { useList } from "../api/queries";
import { useSession } from "../session/session";
import { Empty, Section } from "../ui";
import lines from "../ui/lines.module.css";
import classes from "./home.module.css";
import { TaskCard } from "./task-card";

type Board = Schemas["TaskBoard"];
type Group = Board["groups"][number];

const idOf = ({ kind, subject_id, detail }: Schemas["Task"]) => `${kind} ${subject_id} ${detail ?? ""}`;

/** One group of tasks. Its beginning came with the page; the rest comes when asked for, so that the groups below stay in sight. */
function Tasks({ first, today }: { first: Group; today: string }) {
  const { t } = useTranslation();
  const { group, total } = first;
  const list = useList<Pick<Group, "items" | "next">>(["tasks", group, ...first.items.map(idOf), total], (cursor) =>
    cursor === undefined ? Promise.resolve(first) : body(api.GET("/api/tasks", { params: { query: { group, cursor, limit: 100 } } })));
  const items = list.data ? list.items : first.items;
  const title = t(`home.tasks.${group}`, { count: total });
  const more = t("home.tasks.more", { count: total - items.length });
  return (
    <Section title={title}>
      <ul className={lines.lines}>{items.map((task) => <TaskCard key={idOf(task)} task={task} today={today} />)}</ul>
      {list.hasMore && (
        <div><Button variant="default" aria-label={`${more}: ${title}`} loading={list.loadingMore} onClick={list.loadMore}>{more}</Button></div>)}
    </Section>
  );
}

/** What waits for the reader: approvals first, since others wait for them; then by urgency. */
export function MyTasks({ board, today }: { board: Board; today: string }) {
  const { t } = useTranslation();
  const { can } = useSession();
  const { groups, total, overdue } = board;
  if (total === 0) {
    // Whoever opens no files has other things on this page, which may wait.
    if (!can("read_case")) return null;
    const hint = t(can("record_visit") ? "home.tasks.empty_hint" : "home.tasks.empty_here");
    return <Section title={t("home.tasks.title")}><Empty icon="sun" title={t("home.tasks.empty")} hint={hint} /></Section>;
  }
  return (
    <>
      <p className={classes.sum}>
        {t("home.tasks.total", { count: total })}{" "}
        {overdue > 0 ? t("home.tasks.overdue_of_them", { count: overdue }) : t("home.tasks.none_overdue")}
      </p>
      {groups.map((first) => <Tasks key={first.group} first={first} today={today} />)}
    </>
  );
}
