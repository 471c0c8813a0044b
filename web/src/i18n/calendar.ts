import dayjs from "dayjs";
import type { i18n } from "i18next";

/**
 * Gives the date picker the month and weekday names of our catalogues.
 * Browsers lack them for Kazakh, Kyrgyz, Tajik and Turkmen, so none of them is asked.
 */
export function nameCalendar(words: i18n, language: string): void {
  const list = (name: string) => words.t(`common.calendar.${name}`, { lng: language, returnObjects: true }) as string[];
  dayjs.locale(
    language,
    {
      months: list("months"),
      monthsShort: list("months_short"),
      weekdays: list("weekdays"),
      weekdaysShort: list("weekdays_short"),
      weekdaysMin: list("weekdays_short"),
      weekStart: 1,
      formats: { L: "DD.MM.YYYY", LL: "D MMMM YYYY", LT: "HH:mm", LTS: "HH:mm:ss", LLL: "D MMMM YYYY HH:mm", LLLL: "D MMMM YYYY HH:mm" },
      ordinal: (n) => String(n),
    },
    true,
  );
  dayjs.locale(language);
}
