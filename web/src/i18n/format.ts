import type { TFunction } from "i18next";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { parsePartialDate, shortDate, today, type PartialDate } from "./dates";

export interface Format {
  /** `2024-05-14` to `14.05.2024`. What is no date comes back as it is. */
  date(iso: string | null | undefined): string;
  /** `2024-05-14` to `14 May 2024`. */
  longDate(iso: string | null | undefined): string;
  /** `2024-05` or `2024-05-14` to `May 2024`. */
  month(iso: string | null | undefined): string;
  /** `2016~` to `about 2016`; `2016-05` to `05.2016`. */
  partialDate(iso: string | null | undefined): string;
  /** An instant, in the reader's own time zone: `14.05.2024 14:30`. */
  instant(iso: string | null | undefined): string;
  /** The day of an instant, in the reader's own time zone. */
  dayOf(iso: string | null | undefined): string;
  /** `2177` to `2,177` or `2 177`. `digits`: places after the mark, as many as needed unless given. */
  number(value: number | null | undefined, digits?: number): string;
  /** A share, 0 to 1: `0.95` to `95%`. */
  percent(share: number | null | undefined, digits?: number): string;
}

const NONE = "–";

function numberText(value: number, digits: number | undefined, group: string, mark: string): string {
  const plain = digits === undefined ? String(Number(Math.abs(value).toFixed(6))) : Math.abs(value).toFixed(digits);
  const [whole = "0", fraction] = plain.split(".");
  // Four digits stand together in Russian typography, yet a column of figures reads better evenly grouped.
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  const sign = value < 0 && Number(plain) !== 0 ? "−" : "";
  return sign + grouped + (fraction ? mark + fraction : "");
}

/** Dates and numbers in the language of `t`, with our own names and marks. */
export function makeFormat(t: TFunction): Format {
  const list = (name: string) => t(`common.calendar.${name}`, { returnObjects: true }) as unknown as string[];
  const about = (text: string, estimated: boolean) => (estimated ? t("common.about_date", { date: text }) : text);

  const long = ({ year, month, day }: PartialDate) =>
    month && day ? `${day} ${list("months_of")[month - 1]} ${year}` : month ? `${list("months")[month - 1]} ${year}` : `${year}`;

  const withDate = (iso: string | null | undefined, write: (date: PartialDate) => string) => {
    if (!iso) return NONE;
    const date = parsePartialDate(iso);
    return date ? about(write(date), date.estimated) : iso;
  };

  const withInstant = (iso: string | null | undefined, write: (at: Date) => string) => {
    if (!iso) return NONE;
    const at = new Date(iso);
    return Number.isNaN(at.getTime()) ? iso : write(at);
  };
  const day = (at: Date) => shortDate(parsePartialDate(today(at)) ?? { year: 0, estimated: false });
  const clock = (at: Date) => `${String(at.getHours()).padStart(2, "0")}:${String(at.getMinutes()).padStart(2, "0")}`;
  const number = (value: number, digits?: number) =>
    numberText(value, digits, t("common.number.group"), t("common.number.mark"));

  return {
    date: (iso) => withDate(iso, shortDate),
    longDate: (iso) => withDate(iso, long),
    month: (iso) => withDate(iso, ({ year, month, estimated }) => long({ year, month, estimated })),
    partialDate: (iso) => withDate(iso, shortDate),
    instant: (iso) => withInstant(iso, (at) => `${day(at)} ${clock(at)}`),
    dayOf: (iso) => withInstant(iso, day),
    number: (value, digits) => (value === null || value === undefined ? NONE : number(value, digits)),
    percent: (share, digits = 0) =>
      share === null || share === undefined ? NONE : t("common.number.percent", { value: number(share * 100, digits) }),
  };
}

/** `makeFormat` in the language of the page. */
export function useFormat(): Format {
  const { t } = useTranslation();
  return useMemo(() => makeFormat(t), [t]);
}
