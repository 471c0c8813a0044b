import { Group, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/council";
import { daysBetween } from "../i18n/dates";
import { useStateName } from "../i18n/states";
import { DueBadge, Empty, Link, Section, StatusBadge, useFormat } from "../ui";
import classes from "./desk.module.css";

type Item = Schemas["Desk"]["items"][number];

/** Items of one kind, in the order in which the server names the kinds. */
export function byKind(items: readonly Item[]): [Item["kind"], Item[]][] {
  return [...new Set(items.map(({ kind }) => kind))].map((kind) => [kind, items.filter((item) => item.kind === kind)]);
}

/** A silence ends with its last day, UTC. */
function DaysLeft({ until }: { until: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const left = Math.max(0, daysBetween(new Date().toISOString().slice(0, 10), until));
  return <StatusBadge tone={left < 2 ? "warning" : "neutral"} icon="clock">{`${t("desk.ends_on", { date: format.date(until) })}, ${t("desk.days_left", { count: left })}`}</StatusBadge>;
}

function Entry({ item }: { item: Item }) {
  const stateName = useStateName();
  return (
    <li>
      <Link to={item.path}>{item.title}</Link>
      <Group gap="sm" mt={4}>
        {item.due_on && (item.kind === "decision_silence" ? <DaysLeft until={item.due_on} /> : <DueBadge on={item.due_on} />)}
        {item.state && <Text size="sm" c="dimmed">{stateName(item.state)}</Text>}
      </Group>
    </li>
  );
}

/** What waits for this reader, subject by subject. */
export function Waits({ items }: { items: readonly Item[] }) {
  const { t } = useTranslation();
  if (items.length === 0) return <Section title={t("desk.waits")}><Empty title={t("desk.nothing_waits")} icon="check" /></Section>;
  return byKind(items).map(([kind, own]) => (
    <Section key={kind} title={t(`desk.kind.${kind}`)}
             actions={<StatusBadge tone={kind === "action_overdue" ? "urgent" : "waiting"}>{t("desk.count", { count: own.length })}</StatusBadge>}>
      <Text c="dimmed">{t(`desk.hint.${kind}`)}</Text>
      <ul className={classes.list}>{own.map((item) => <Entry key={item.path + item.title} item={item} />)}</ul>
    </Section>
  ));
}
