import { useTranslation } from "react-i18next";
import { useFormat } from "../ui";

/** "14 May 2024", or both days of a session that took several. */
export function useDays(): (session: { starts_on: string; ends_on: string }) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ starts_on, ends_on }) => starts_on === ends_on
    ? format.longDate(starts_on) : t("meetings.days", { from: format.longDate(starts_on), to: format.longDate(ends_on) });
}
