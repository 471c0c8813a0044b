import { Group, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link, useFormat } from "../ui";
import classes from "./actions.module.css";
import type { CouncilAction } from "./queries";
import { ActionState, useOwnerName } from "./words";

/** Actions in short, in the order given: who, how it stands, what, by when. */
export function Following({ actions }: { actions: CouncilAction[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const ownerName = useOwnerName();
  return (
    <ul className={classes.following}>
      {actions.map((action) => (
        <li key={action.id}>
          <Group gap="xs"><b>{ownerName(action)}</b><ActionState action={action} /></Group>
          <div><Link to="/actions/$actionId" params={{ actionId: action.id }}>{action.title}</Link></div>
          <Text size="sm" c="dimmed">
            {t("councilactions.due", { date: format.longDate(action.due_on) })}
            {action.progress.length > 0 && ` · ${t("councilactions.reports", { count: action.progress.length })}`}
          </Text>
        </li>
      ))}
    </ul>
  );
}
