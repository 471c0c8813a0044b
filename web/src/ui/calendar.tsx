import { DatePicker, DatesProvider } from "@mantine/dates";
import "@mantine/dates/styles.layer.css";
import { useTranslation } from "react-i18next";
import { parsePartialDate } from "../i18n/dates";
import { useFormat } from "../i18n/format";

/** A month to choose a day from, with the names of our catalogues. Loaded when first opened. */
export default function Calendar({ value, min, max, choose }:
  { value: string | null; min?: string; max?: string; choose: (day: string | null) => void }) {
  const { i18n, t } = useTranslation();
  const format = useFormat();
  const valid = value && parsePartialDate(value) ? value : null;
  return (
    <DatesProvider settings={{ locale: i18n.language, firstDayOfWeek: 1 }}>
      <DatePicker value={valid} defaultDate={valid ?? undefined} minDate={min} maxDate={max} onChange={choose}
                  getDayProps={(day) => ({ "aria-label": format.longDate(day) })}
                  ariaLabels={{ nextMonth: t("common.field.next_month"), previousMonth: t("common.field.previous_month") }} />
    </DatesProvider>
  );
}
