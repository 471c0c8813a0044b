import { useTranslation } from "react-i18next";
import { daysBetween, today } from "../i18n/dates";
import { useFormat } from "../i18n/format";
import { StatusBadge } from "./status-badge";

const MONTH = 30.44, YEAR = 365.25; // days

/** When something is due. What is overdue says so by its word, icon and colour; nobody counts the days of years. `now` is a day, today unless given. */
export function DueBadge({ on, now = today() }: { on: string; now?: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const late = daysBetween(on, now);
  if (late >= 2 * YEAR) return <StatusBadge tone="urgent">{t("common.due.overdue_years", { count: Math.floor(late / YEAR) })}</StatusBadge>;
  if (late >= 2 * MONTH) return <StatusBadge tone="urgent">{t("common.due.overdue_months", { count: Math.floor(late / MONTH) })}</StatusBadge>;
  if (late > 0) return <StatusBadge tone="urgent">{t("common.due.overdue", { count: late })}</StatusBadge>;
  if (late === 0) return <StatusBadge tone="warning" icon="clock">{t("common.due.today")}</StatusBadge>;
  return <StatusBadge tone="neutral" icon="calendar">{t("common.due.on", { date: format.date(on) })}</StatusBadge>;
}
