import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useStateName } from "../i18n/states";
import { StatusBadge, useFormat, type Choice } from "../ui";
import { bodiesQuery, membersQuery, type CouncilAction } from "./queries";

/** The name of an owner: of a State in the reader's language, of a body as the Council knows it. */
export function useOwnerName(): (action: { owner: string; owner_name: string }) => string {
  const stateName = useStateName();
  return ({ owner, owner_name }) => {
    const known = stateName(owner);
    return known === owner.toUpperCase() ? owner_name : known;
  };
}

/** Who may be asked: the member States, then the bodies that the Council knows. */
export function useOwnerChoices(): Choice[] {
  const { i18n } = useTranslation();
  const stateName = useStateName();
  const members = useQuery(membersQuery).data?.items ?? [];
  const bodies = useQuery(bodiesQuery(i18n.language)).data?.items ?? [];
  const states = members.map(({ id }) => ({ value: id, label: stateName(id) })).sort((a, b) => a.label.localeCompare(b.label));
  const others = bodies.filter(({ code }) => !members.some(({ id }) => id === code)).map(({ code, name }) => ({ value: code, label: name }));
  return [...states, ...others];
}

/** Whether an action is done, waits, should have been done, or is expected no more. */
export function ActionState({ action }: { action: Pick<CouncilAction, "state" | "overdue"> }) {
  const { t } = useTranslation();
  if (action.state === "dropped") return <StatusBadge tone="neutral" icon="cross">{t("councilactions.state.dropped")}</StatusBadge>;
  if (action.state === "done") return <StatusBadge tone="good">{t("councilactions.state.done")}</StatusBadge>;
  if (action.overdue) return <StatusBadge tone="urgent">{t("councilactions.state.overdue")}</StatusBadge>;
  return <StatusBadge tone="waiting">{t("councilactions.state.open")}</StatusBadge>;
}

/** How the action fares on its way to its owner's node. */
export function useDeliveryWords(): (action: CouncilAction) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ delivery }) => {
    if (!delivery) return t("councilactions.delivery.none");
    if (delivery.state === "delivered") return t("councilactions.delivery.delivered", { date: format.instant(delivery.settled_at ?? "") });
    return t(`councilactions.delivery.${delivery.state}`);
  };
}
