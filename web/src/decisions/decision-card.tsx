import { Group, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { AddAction, Following } from "../councilactions/parts";
import { Link, Opening, useFormat } from "../ui";
import { DecisionTexts } from "./decision-texts";
import classes from "./decisions.module.css";
import type { Decision } from "./queries";
import { DecisionState, useDaysLeft, useDecisionName } from "./words";

function When({ decision, withSession }: { decision: Decision; withSession: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const daysLeft = useDaysLeft();
  const { adopted_on, ends_on, days_left, agenda_position, agenda_title, session_id, session_title } = decision;
  const said = [
    adopted_on && format.longDate(adopted_on),
    ends_on && t("decisions.silence.until", { date: format.longDate(ends_on) }),
    days_left !== undefined && daysLeft(days_left),
    agenda_title && t("decisions.on_item", { position: agenda_position, title: agenda_title }),
  ].filter(Boolean).join(" · ");
  return (
    <Text size="sm" c="dimmed">
      {said}
      {withSession && session_id && <>{said && " · "}<Link to="/meetings/$sessionId" params={{ sessionId: session_id }} size="sm">{session_title}</Link></>}
    </Text>
  );
}

interface DecisionCardProps {
  decision: Decision;
  mayEdit: boolean;
  withSession?: boolean;
}

/** A decision in a list: its number, the agreed languages side by side, and the actions that follow. */
export function DecisionCard({ decision, mayEdit, withSession = false }: DecisionCardProps) {
  const { t } = useTranslation();
  const name = useDecisionName();
  const { id, number, title, texts, state, actions } = decision;
  const heading = `decision-${id}`;
  return (
    <article className={classes.decision} aria-labelledby={heading}>
      <div>
        <Group gap="sm">
          <h3 id={heading} className={classes.number}><Link to="/decisions/$decisionId" params={{ decisionId: id }}>{name(decision)}</Link></h3>
          <DecisionState decision={decision} />
        </Group>
        {number && !texts.en?.startsWith(title) && <Text fw={600}>{title}</Text>}
        <When decision={decision} withSession={withSession} />
      </div>
      <DecisionTexts decision={decision} short />
      {actions.length > 0 && <Following actions={actions} />}
      {mayEdit && state === "adopted" && number && (
        <Opening label={t("councilactions.add")} spoken={t("councilactions.add_to", { number })} variant="default" size="sm">
          {(close) => <AddAction decisionId={id} close={close} />}
        </Opening>
      )}
    </article>
  );
}
