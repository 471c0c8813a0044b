import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useStateName } from "../i18n/states";
import { StatusBadge, useFormat, type Choice } from "../ui";
import { membersQuery, type CouncilAction } from "./queries";

/** "14 May 2024", or both days of a session that took several. */
export function useDays(): (session: { starts_on: string; ends_on: string }) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ starts_on, ends_on }) => starts_on === ends_on
    ? format.longDate(starts_on) : t("meetings.days", { from: format.longDate(starts_on), to: format.longDate(ends_on) });
}

/** The member States, to choose from. */
export function useMemberChoices(): Choice[] {
  const stateName = useStateName();
  const members = useQuery(membersQuery).data?.items ?? [];
  return members.map(({ id }) => ({ value: id, label: stateName(id) })).sort((a, b) => a.label.localeCompare(b.label));
}

/** Whether an action is done, waits, or should have been done. */
export function ActionState({ action }: { action: CouncilAction }) {
  const { t } = useTranslation();
  if (action.state === "done") return <StatusBadge tone="good">{t("councilactions.state.done")}</StatusBadge>;
  if (action.overdue) return <StatusBadge tone="urgent">{t("councilactions.state.overdue")}</StatusBadge>;
  return <StatusBadge tone="waiting">{t("councilactions.state.open")}</StatusBadge>;
}
