import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/council";
import { useFormat } from "../ui";

export const COMPETENCES = ["case_management", "child_protection", "psychosocial_first_aid", "family_work", "documents", "education", "livelihood",
  "data_protection", "coordination", "communication"] as const satisfies readonly Schemas["Course"]["competence"][];

/** "3 June 2024", or the first and last day. */
export function useTrainingDays(): (training: { starts_on: string; ends_on: string }) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ starts_on, ends_on }) => (starts_on === ends_on
    ? format.longDate(starts_on) : t("meetings.days", { from: format.longDate(starts_on), to: format.longDate(ends_on) }));
}

/** Every day from the first to the last. */
export function daysBetween(first: string, last: string): string[] {
  const days: string[] = [];
  for (let at = Date.parse(`${first}T00:00:00Z`); at <= Date.parse(`${last}T00:00:00Z`); at += 86_400_000) days.push(new Date(at).toISOString().slice(0, 10));
  return days;
}
