import { useTranslation } from "react-i18next";
import { useFormat } from "./format";

/** "14 May 2024", or the first and the last day of what took several. */
export function useDays(): (of: { starts_on: string; ends_on: string }) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ starts_on, ends_on }) => (starts_on === ends_on
    ? format.longDate(starts_on) : t("common.days", { from: format.longDate(starts_on), to: format.longDate(ends_on) }));
}
