import type { Schemas } from "../api/node";
import { plusDays } from "../i18n/dates";

export type Entry = Schemas["CalendarEntry"];

/** Entries by their day, in the order given. */
export function byDay(entries: readonly Entry[]): { day: string; entries: Entry[] }[] {
  const days: { day: string; entries: Entry[] }[] = [];
  for (const entry of entries) {
    const last = days.at(-1);
    if (last?.day === entry.on) last.entries.push(entry);
    else days.push({ day: entry.on, entries: [entry] });
  }
  return days;
}

/** The first and the last day of a month's whole weeks, Monday to Sunday. `month` is `2024-05`. */
export function weeksOf(month: string): string[][] {
  const first = `${month}-01`;
  const next = monthAfter(month, 1);
  // 1970-01-01 was a Thursday; getUTCDay counts from Sunday.
  const behindMonday = (new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7;
  const weeks: string[][] = [];
  for (let monday = plusDays(first, -behindMonday); monday < `${next}-01`; monday = plusDays(monday, 7)) {
    weeks.push([0, 1, 2, 3, 4, 5, 6].map((day) => plusDays(monday, day)));
  }
  return weeks;
}

/** `2024-12` and 1 give `2025-01`. */
export function monthAfter(month: string, count: number): string {
  const [year = 1970, number = 1] = month.split("-").map(Number);
  const at = year * 12 + number - 1 + count;
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`;
}

/** The way to where an entry is done or read. */
export function wayToEntry({ kind, case_id, subject_id, done }: Entry): { to: string; params: Record<string, string>; hash?: string } {
  const file = { caseId: case_id };
  switch (kind) {
    case "conference": return { to: "/conferences/$conferenceId", params: { conferenceId: subject_id } };
    case "sit_on_panel": return { to: "/panels/$reportId", params: { reportId: subject_id } };
    case "session": return { to: "/cases/$caseId/notes", params: file };
    case "contact": case "review_residential": case "review_interests": return { to: "/cases/$caseId/child", params: file };
    case "review_plan": return { to: "/cases/$caseId", params: file, hash: "plan" };
    case "deliver": return { to: "/cases/$caseId", params: file, hash: "services" };
    case "visit": return done ? { to: "/cases/$caseId", params: file, hash: "visits" } : { to: "/cases/$caseId/visit", params: file };
  }
}
