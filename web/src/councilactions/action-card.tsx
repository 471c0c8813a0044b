import { Group, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useTwo } from "../i18n/two";
import { Link, useFormat } from "../ui";
import classes from "./actions.module.css";
import type { CouncilAction } from "./queries";
import { Reports } from "./reports";
import { ActionState, useDeliveryWords, useOwnerName } from "./words";

/** One action in a list: who, what, by when, whether it arrived, and what came back. */
export function ActionCard({ action }: { action: CouncilAction }) {
  const { t } = useTranslation();
  const format = useFormat();
  const two = useTwo();
  const ownerName = useOwnerName();
  const delivery = useDeliveryWords();
  const heading = `action-${action.id}`;
  const whence = [action.decision && t("councilactions.from_decision", { number: action.decision }), two(action.session, action.session_ru)].filter(Boolean).join(", ");
  return (
    <article className={classes.item} aria-labelledby={heading}>
      <div>
        <Group gap="sm">
          <h3 id={heading} className={classes.name}><Link to="/actions/$actionId" params={{ actionId: action.id }}>{action.title}</Link></h3>
          <ActionState action={action} />
        </Group>
        <Text size="sm" c="dimmed">
          {[ownerName(action), t("councilactions.due", { date: format.longDate(action.due_on) }), whence].filter(Boolean).join(" · ")}
        </Text>
        {action.state === "open" && <Text size="sm" c="dimmed">{delivery(action)}</Text>}
      </div>
      {action.body && <Text className={classes.text}>{action.body}</Text>}
      <Reports action={action} />
    </article>
  );
}
