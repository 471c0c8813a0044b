import { describe, expect, it } from "vitest";
import { floorsOf, hiddenOf, indicatorsOf, leftOut, shareOf, unlike, type Ground } from "./differences";
import type { Headline } from "./queries";

const line = (indicator: string, more: Partial<Headline> = {}): Headline => ({
  indicator, version: 1, population: "returnees", floor: 10, total: { value: 80, hidden: false }, crossings: ["sex"], cells: 12, hidden: 3, ...more,
});
const uz: Ground = { state: "uz", reference_date: "2025-12-31", indicators: [line("returnees"), line("housing", { version: 2, floor: 5 })] };
const kg: Ground = { state: "kg", reference_date: "2025-06-30", indicators: [line("returnees"), line("housing"), line("training", { population: "adults" })] };

describe("States beside each other", () => {
  it("are told apart by version, floor and what one of them left out", () => {
    expect(indicatorsOf([uz, kg])).toEqual(["returnees", "housing", "training"]);
    expect(unlike([uz, kg], "returnees")).toEqual({ version: false, population: false, floor: false });
    expect(unlike([uz, kg], "housing")).toEqual({ version: true, population: false, floor: true });
    expect(leftOut([uz, kg], uz)).toEqual(["training"]);
    expect(leftOut([uz, kg], kg)).toEqual([]);
  });
  it("say how much each hides, and from which number on it shows", () => {
    expect(hiddenOf(kg)).toEqual({ hidden: 9, cells: 36 });
    expect(floorsOf(uz)).toEqual([5, 10]);
  });
  it("have a share only where both figures are shown", () => {
    const reached = (value?: number) => (value === undefined ? { hidden: true } : { value, hidden: false });
    expect(shareOf(line("a", { reached: reached(20) }))).toBe(0.25);
    expect(shareOf(line("a", { reached: reached() }))).toBeNull();
    expect(shareOf(line("a", { reached: reached(0), total: { value: 0, hidden: false } }))).toBeUndefined();
    expect(shareOf(line("a"))).toBeUndefined();
    expect(shareOf(undefined)).toBeUndefined();
  });
});
