import { Group, SimpleGrid, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useStateName } from "../i18n/states";
import { Link, useFormat } from "../ui";
import { AddAction } from "./add-action";
import classes from "./meetings.module.css";
import { Opening } from "./opening";
import type { CouncilAction, Decision, Meeting } from "./queries";
import { byUrgency } from "./roll-up";
import { ActionState } from "./words";

function Following({ actions }: { actions: CouncilAction[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const stateName = useStateName();
  return (
    <ul className={classes.following}>
      {byUrgency(actions).map((action) => (
        <li key={action.id}>
          <Group gap="xs"><b>{stateName(action.owner)}</b><ActionState action={action} /></Group>
          <div>{action.title}</div>
          <Text size="sm" c="dimmed">
            {t("councilactions.due", { date: format.longDate(action.due_on) })}
            {action.progress.length > 0 && ` · ${t("councilactions.reports", { count: action.progress.length })}`}
          </Text>
        </li>
      ))}
    </ul>
  );
}

interface DecisionCardProps {
  decision: Decision;
  mayEdit: boolean;
  /** Of its session, when the session itself is not shown around it. */
  agenda?: Meeting["agenda"];
  withSession?: boolean;
}

/** A decision: its number, both languages side by side, and the actions that follow. */
export function DecisionCard({ decision, mayEdit, agenda = [], withSession = false }: DecisionCardProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const item = agenda.find(({ id }) => id === decision.agenda_item_id);
  const heading = `decision-${decision.id}`;
  return (
    <article className={classes.decision} aria-labelledby={heading}>
      <div>
        <h3 id={heading} className={classes.number}>{t("decisions.number", { number: decision.number })}</h3>
        <Text size="sm" c="dimmed">
          {format.longDate(decision.decided_on)}
          {item && ` · ${t("decisions.on_item", { position: item.position, title: item.title })}`}
          {withSession && <> · <Link to="/meetings/$sessionId" params={{ sessionId: decision.session_id }} size="sm">{decision.session_title}</Link></>}
        </Text>
      </div>
      <SimpleGrid cols={{ base: 1, sm: decision.text_ru ? 2 : 1 }}>
        <div><Text size="sm" c="dimmed">{t("decisions.english")}</Text><Text className={classes.text} lang="en">{decision.text_en}</Text></div>
        {decision.text_ru && <div><Text size="sm" c="dimmed">{t("decisions.russian")}</Text><Text className={classes.text} lang="ru">{decision.text_ru}</Text></div>}
      </SimpleGrid>
      {!decision.text_ru && <Text size="sm" c="dimmed">{t("decisions.no_russian")}</Text>}
      {decision.actions.length > 0 && <Following actions={decision.actions} />}
      {mayEdit && (
        <Opening label={t("councilactions.add")} spoken={t("councilactions.add_to", { number: decision.number })} variant="default" size="sm">
          {(close) => <AddAction decision={decision} close={close} />}
        </Opening>
      )}
    </article>
  );
}
