import { describe, expect, it } from "vitest";
import { byMonth } from "./months";

describe("months", () => {
  it("keep the order and begin anew where the month changes", () => {
    const days = ["2024-12-10", "2024-11-27", "2024-11-02", "2023-11-05"].map((starts_on) => ({ starts_on }));
    expect(byMonth(days).map(({ year, month, items }) => [year, month, items.length])).toEqual([[2024, 12, 1], [2024, 11, 2], [2023, 11, 1]]);
    expect(byMonth([])).toEqual([]);
  });
});
