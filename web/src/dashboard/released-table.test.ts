import { describe, expect, it } from "vitest";
import type { Table } from "./queries";
import { bySexAndAge, curvesOf, drawnCategories, figureAt, hasHidden, lastAt, livingCategories, outcomeOf, reachOf, spreads, tellsReached } from "./released-table";

const shown = (value: number) => ({ value, hidden: false });
const hidden = { hidden: true };

/** Sex by whom housing reached: rows female, male, unknown, total; columns reached, not reached, total. */
const housing: Table = {
  key: "housing", definition: { indicator: "housing", version: 1 }, population: "returnees",
  dimensions: [{ key: "sex", categories: ["female", "male", "unknown"] }, { key: "outcome.housing", categories: ["reached", "not_reached"] }],
  cells: [shown(30), shown(20), shown(50), hidden, hidden, shown(31), shown(0), shown(0), shown(0), hidden, hidden, shown(81)],
};

describe("a released table", () => {
  it("finds a cell by its categories, and totals where none is given", () => {
    expect(figureAt(housing, { sex: 0, "outcome.housing": 1 })).toBe(20);
    expect(figureAt(housing, { sex: 1 })).toBe(31);
    expect(figureAt(housing, {})).toBe(81);
  });
  it("tells a hidden cell from a zero", () => {
    expect(figureAt(housing, { sex: 1, "outcome.housing": 0 })).toBeNull();
    expect(figureAt(housing, { sex: 2, "outcome.housing": 0 })).toBe(0);
    expect(hasHidden(housing)).toBe(true);
  });
  it("finds what was shown last of a hidden figure", () => {
    const last = [{ table: "other", cell: 3, value: 7, reference_date: "2023-12-31" }, { table: "housing", cell: 3, value: 19, reference_date: "2023-12-31" }];
    expect(lastAt(last, housing, { sex: 1, "outcome.housing": 0 })?.value).toBe(19);
    expect(lastAt(last, housing, { sex: 1, "outcome.housing": 1 })).toBeUndefined();
  });
  it("reckons a share only of two shown figures", () => {
    expect(reachOf(housing, { sex: 0 })).toEqual({ reached: 30, of: 50, share: 0.6 });
    expect(reachOf(housing)).toEqual({ reached: null, of: 81, share: null });
    expect(reachOf(housing, { sex: 2 })).toEqual({ reached: 0, of: 0, share: null });
  });
  it("leaves out a category in which there is nobody, and keeps one that is hidden", () => {
    expect(livingCategories(housing, "sex")).toEqual([0, 1]);
    expect(livingCategories({ ...housing, cells: housing.cells.map((cell, at) => (at === 8 ? hidden : cell)) }, "sex")).toEqual([0, 1, 2]);
  });
  it("draws a class in which nobody is as a zero, and leaves out `unknown` alone", () => {
    const nobodyReached = { ...housing, cells: housing.cells.map((cell, at) => (at % 3 === 0 ? shown(0) : cell)) };
    expect(drawnCategories(nobodyReached, "outcome.housing")).toEqual([0, 1]);
    expect(drawnCategories(housing, "sex")).toEqual([0, 1]);
    expect(drawnCategories({ ...housing, cells: housing.cells.map((cell, at) => (at === 8 ? hidden : cell)) }, "sex")).toEqual([0, 1, 2]);
  });
  it("is drawn by age and sex only where it counts all returnees by both", () => {
    const ages = { key: "age_band", categories: ["0_6"] };
    const [sex] = housing.dimensions;
    const people = { ...housing, dimensions: [...(sex ? [sex] : []), ages] };
    expect(bySexAndAge([housing, { ...people, population: "adults" }, people])).toBe(people);
    expect(bySexAndAge([{ ...housing, dimensions: [...housing.dimensions, ages] }, { ...housing, dimensions: [ages] }])).toBeUndefined();
  });
  it("knows a table that counts people alone", () => {
    const { dimensions, ...rest } = housing;
    expect(outcomeOf({ ...rest, dimensions: dimensions.slice(0, 1) })).toBeNull();
    expect(outcomeOf(housing)?.key).toBe("outcome.housing");
  });
});

const spread = (indicator: string, categories: string[], cells: Table["cells"]): Table => ({
  key: indicator, definition: { indicator, version: 1 }, population: "returnees", dimensions: [{ key: `outcome.${indicator}`, categories }], cells,
});
const SCORES = ["low", "middle", "high", "not_asked"];

describe("tables of classes and of survey rounds", () => {
  const days = spread("days_to_first_document", ["0_30", "31_90", "no_document"], [shown(40), hidden, hidden, shown(60)]);
  const round = (month: number, cells: Table["cells"]) => spread(`outcome_economic_${month}`, SCORES, cells);
  it("are told from those that say whom something reached", () => {
    expect([housing, days, round(3, [])].map(tellsReached)).toEqual([true, false, false]);
    expect(spreads([housing, days, round(0, []), { ...days, key: "again" }])).toEqual([days]);
  });
  it("give a share only of shown figures, a gap where nobody was asked, and say what is hidden", () => {
    const [curve] = curvesOf([
      round(0, [shown(20), shown(20), shown(10), shown(50), shown(100)]),
      round(3, [hidden, hidden, shown(30), shown(40), shown(100)]),
      round(6, [shown(20), hidden, hidden, shown(40), shown(100)]),
      round(12, [shown(20), shown(20), shown(20), hidden, hidden]),
      round(24, [shown(0), shown(0), shown(0), shown(100), shown(100)]),
    ]);
    expect(curve?.domain).toBe("economic");
    expect([...curve?.shares ?? []]).toEqual([[0, 0.2], [3, 0.5], [6, null], [12, null], [24, undefined]]);
  });
});
