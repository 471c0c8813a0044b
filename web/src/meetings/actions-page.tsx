import { Group, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useStateName } from "../i18n/states";
import { DataTable, Empty, Page, Section, SelectField, Timeline, useFormat, useSearchState, Waiting } from "../ui";
import classes from "./meetings.module.css";
import { actionsQuery, membersQuery, type CouncilAction } from "./queries";
import { byUrgency, rollUp } from "./roll-up";
import { ActionState } from "./words";

function ActionCard({ action }: { action: CouncilAction }) {
  const { t } = useTranslation();
  const format = useFormat();
  const stateName = useStateName();
  const heading = `action-${action.id}`;
  return (
    <article className={classes.decision} aria-labelledby={heading}>
      <div>
        <Group gap="sm"><h3 id={heading} className={classes.number}>{action.title}</h3><ActionState action={action} /></Group>
        <Text size="sm" c="dimmed">
          {stateName(action.owner)} · {t("councilactions.due", { date: format.longDate(action.due_on) })} · {t("decisions.number", { number: action.decision })}, {action.session}
        </Text>
      </div>
      {action.body && <Text className={classes.text}>{action.body}</Text>}
      {action.progress.length === 0
        ? <Text size="sm" c="dimmed">{t("councilactions.no_report")}</Text>
        : <Timeline entries={action.progress.map(({ id, note, state, reported_at }) => ({
            key: id, when: format.instant(reported_at), icon: state === "done" ? "check" : "clock",
            title: state === "done" ? t("councilactions.reported_done", { state: stateName(action.owner) }) : t("councilactions.reported", { state: stateName(action.owner) }),
            content: <Text className={classes.text}>{note}</Text> }))} />}
    </article>
  );
}

/** Action items of all States, overdue first, with what came back; and how each State stands. */
export function ActionsPage() {
  const { t } = useTranslation();
  const stateName = useStateName();
  const [search, setSearch] = useSearchState({ owner: "", state: "" });
  const actions = useQuery(actionsQuery);
  const members = useQuery(membersQuery);
  if (!actions.data) return <Waiting for={actions} />;
  if (!members.data) return <Waiting for={members} />;
  const { items } = actions.data;
  const owners = members.data.items.map(({ id }) => id);
  const shown = byUrgency(items).filter(({ owner, state, overdue }) =>
    (!search.owner || owner === search.owner) && (!search.state || (search.state === "overdue" ? overdue : state === search.state)));
  return (
    <Page title={t("councilactions.title")} lead={t("councilactions.lead")}>
      <Section title={t("councilactions.by_state")} plain>
        <DataTable caption={t("councilactions.by_state")} rows={rollUp(owners, items)} rowKey={({ owner }) => owner} columns={[
          { key: "owner", label: t("common.chart.state"), cell: ({ owner }) => stateName(owner) },
          { key: "overdue", label: t("councilactions.state.overdue"), cell: ({ overdue }) => overdue, numeric: true },
          { key: "open", label: t("councilactions.state.open"), cell: ({ open }) => open, numeric: true },
          { key: "done", label: t("councilactions.state.done"), cell: ({ done }) => done, numeric: true },
        ]} />
      </Section>
      <Section title={t("councilactions.all")}>
        <Group align="flex-end">
          <SelectField label={t("councilactions.field.owner")} placeholder={t("common.all")} value={search.owner || null} onChange={(owner) => setSearch({ owner: owner ?? "" })}
                       choices={owners.map((id) => ({ value: id, label: stateName(id) }))} />
          <SelectField label={t("councilactions.field.state")} placeholder={t("common.all")} value={search.state || null} onChange={(state) => setSearch({ state: state ?? "" })}
                       choices={["overdue", "open", "done"].map((state) => ({ value: state, label: t(`councilactions.state.${state}`) }))} />
        </Group>
        {shown.map((action) => <ActionCard key={action.id} action={action} />)}
        {shown.length === 0 && <Empty title={t("councilactions.empty")} hint={items.length === 0 ? t("councilactions.empty_hint") : undefined} icon="task" />}
      </Section>
    </Page>
  );
}
