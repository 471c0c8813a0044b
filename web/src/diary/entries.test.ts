import { describe, expect, it } from "vitest";
import { byDay, monthAfter, wayToEntry, weeksOf, type Entry } from "./entries";

const entry = (part: Partial<Entry>): Entry => ({
  kind: "visit", on: "2024-05-14", done: false, person: { id: "p", name: "N", code: "UZ-2024-00001" }, case_id: "c", subject_id: "s", ...part });

describe("the diary", () => {
  it("puts what falls on one day together", () => {
    const days = byDay([entry({ subject_id: "1" }), entry({ subject_id: "2" }), entry({ on: "2024-05-16" })]);
    expect(days.map(({ day, entries }) => [day, entries.length])).toEqual([["2024-05-14", 2], ["2024-05-16", 1]]);
  });
  it("shows a month in whole weeks from Monday", () => {
    const weeks = weeksOf("2024-09");  // begins on a Sunday
    expect(weeks[0]?.[0]).toBe("2024-08-26");
    expect(weeks.at(-1)?.at(-1)).toBe("2024-10-06");
    expect(weeksOf("2021-02")).toHaveLength(4);  // Monday the first to Sunday the 28th
  });
  it("turns the year over", () => {
    expect([monthAfter("2024-12", 1), monthAfter("2024-01", -1), monthAfter("2024-05", 0)]).toEqual(["2025-01", "2023-12", "2024-05"]);
  });
  it("leads a visit that is to come to its sheet, and one that was made to the file", () => {
    expect(wayToEntry(entry({})).to).toBe("/cases/$caseId/visit");
    expect(wayToEntry(entry({ done: true }))).toEqual({ to: "/cases/$caseId", params: { caseId: "c" }, hash: "visits" });
  });
});
