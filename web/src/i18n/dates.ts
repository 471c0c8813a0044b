// Dates as text, without asking the browser for names: Chromium has none for four of our languages.

/** `2016`, `2016-05`, `2016-05-03`, each with `~` behind it when estimated (ISO 8601-2). */
export interface PartialDate {
  year: number;
  month?: number;
  day?: number;
  estimated: boolean;
}

const PARTIAL = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(~?)$/;
const pad = (n: number, width = 2) => String(n).padStart(width, "0");

export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Whether there is such a day. Unknown parts are left out. */
export function isDate({ year, month, day }: Omit<PartialDate, "estimated">): boolean {
  if (!Number.isInteger(year) || year < 1 || year > 9999) return false;
  if (month === undefined) return day === undefined;
  if (!Number.isInteger(month) || month < 1 || month > 12) return false;
  return day === undefined || (Number.isInteger(day) && day >= 1 && day <= daysInMonth(year, month));
}

/** Null when the text is no partial date. */
export function parsePartialDate(text: string): PartialDate | null {
  const found = PARTIAL.exec(text);
  if (!found) return null;
  const [, year, month, day, mark] = found;
  const date: PartialDate = { year: Number(year), estimated: mark === "~" };
  if (month) date.month = Number(month);
  if (day) date.day = Number(day);
  return isDate(date) ? date : null;
}

export function writePartialDate({ year, month, day, estimated }: PartialDate): string {
  const parts = [pad(year, 4), ...(month ? [pad(month)] : []), ...(month && day ? [pad(day)] : [])];
  return parts.join("-") + (estimated ? "~" : "");
}

/** `14.05.2024` (also with `/`, `-`, spaces or no leading zeros) or `2024-05-14` to `2024-05-14`; null when no such day. */
export function readTypedDate(text: string): string | null {
  const dayFirst = /^\s*(\d{1,2})[./\-\s](\d{1,2})[./\-\s](\d{4})\s*$/.exec(text);
  const yearFirst = /^\s*(\d{4})-(\d{2})-(\d{2})\s*$/.exec(text);
  const [year, month, day] = dayFirst ? [dayFirst[3], dayFirst[2], dayFirst[1]] : yearFirst ? yearFirst.slice(1) : [];
  const date = { year: Number(year), month: Number(month), day: Number(day), estimated: false };
  return year !== undefined && isDate(date) ? writePartialDate(date) : null;
}

/** Today where the reader is, as `2024-05-14`. */
export function today(now = new Date()): string {
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}

/** Days from one day to another; negative when `to` comes first. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** The day so many days after another, as `2024-05-14`. */
export function plusDays(day: string, count: number): string {
  return new Date(Date.parse(day) + count * 86_400_000).toISOString().slice(0, 10);
}

/** Every day from the first to the last, as `2024-05-14`. */
export function eachDay(first: string, last: string): string[] {
  return Array.from({ length: Math.max(0, daysBetween(first, last) + 1) }, (_, i) => plusDays(first, i));
}

/** `14.05.2024`, `05.2024`, `2024`. */
export function shortDate({ year, month, day }: PartialDate): string {
  return [...(day ? [pad(day)] : []), ...(month ? [pad(month)] : []), pad(year, 4)].join(".");
}
