import { isDate } from "../../i18n/dates";

/** What an expression gives. The empty text is "no value"; NaN is "no number", which is none either. The server follows the same page, docs/guide/forms.md. */
export type Value = string | number | boolean;

const TOO_LARGE = 1e15;
const DAY_MS = 86_400_000;

/** `2024-05-14`, and nothing else, when there is such a day. */
export function isWholeDate(text: string): boolean {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return found !== null && isDate({ year: Number(found[1]), month: Number(found[2]), day: Number(found[3]) });
}

/** Days since 1970-01-01. `Date.UTC` would read the year 50 as 1950. */
function daysOf(date: string): number {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / DAY_MS);
}

/** A text as the number that it says: a decimal number, or a whole date as days since 1970-01-01; else no number. */
export function numberIn(given: string): number {
  const text = given.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, "");
  if (/^-?[0-9]+(\.[0-9]+)?$/.test(text)) return Number(text);
  return isWholeDate(text) ? daysOf(text) : NaN;
}

export function numberOf(value: Value): number {
  if (typeof value === "string") return numberIn(value);
  return typeof value === "number" ? value : value ? 1 : 0;
}

/** Six decimals; what lies just between two goes to the even one, as in the server. */
function sixDecimals(number: number): string {
  const [whole = "0", exact = ""] = Math.abs(number).toFixed(80).split(".");
  const between = exact[6] === "5" && /^0*$/.test(exact.slice(7));
  if (!between || Number(exact[5]) % 2 === 1) return number.toFixed(6);
  return `${number < 0 ? "-" : ""}${whole}.${exact.slice(0, 6)}`;
}

/** At most six decimals, no zeros behind; empty for no number and from 10^15 on. */
export function textOfNumber(number: number): string {
  if (!(Math.abs(number) < TOO_LARGE)) return "";
  const text = sixDecimals(number).replace(/\.?0+$/, "");
  return text === "-0" ? "0" : text;
}

export function textOf(value: Value): string {
  if (typeof value === "string") return value;
  return typeof value === "number" ? textOfNumber(value) : String(value);
}

export function truthOf(value: Value): boolean {
  if (typeof value === "number") return value !== 0 && !Number.isNaN(value);
  return typeof value === "string" ? value !== "" : value;
}

export const isEmpty = (value: Value): boolean => typeof value !== "boolean" && textOf(value) === "";
