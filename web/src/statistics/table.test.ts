import { describe, expect, it } from "vitest";
import { bySexAndAge, cellAt, choiceOf, headline, layoutOf, placeOf, shownChoices, type Cell, type ReturnTable } from "./table";

const shown = (value: number): Cell => ({ value, hidden: "no", change: "first" });
const sex = { key: "sex", categories: ["female", "male", "unknown"] };
const ages = { key: "age_band", categories: ["0_6", "7_11"] };
const outcome = { key: "outcome.housing", categories: ["reached", "not_reached"] };

function tableOf(dimensions: ReturnTable["dimensions"], value: (place: number) => Cell = shown): ReturnTable {
  const cells = dimensions.reduce((product, { categories }) => product * (categories.length + 1), 1);
  return { key: "t", indicator: "housing", version: 1, population: "returnees", dimensions, cells: Array.from({ length: cells }, (_, i) => value(i)) };
}

describe("a table of a return", () => {
  const table = tableOf([sex, ages, outcome]);

  it("finds a cell by its categories, and the total where none is chosen", () => {
    expect(cellAt(table, { sex: 0, age_band: 0, "outcome.housing": 0 }).value).toBe(0);
    expect(cellAt(table, { sex: 1, age_band: 0, "outcome.housing": 2 }).value).toBe(1 * 9 + 0 * 3 + 2);
    expect(cellAt(table, {}).value).toBe(35);
  });

  it("knows a place by its categories and back", () => {
    expect(choiceOf(table, placeOf(table, { sex: 1, "outcome.housing": 0 }))).toEqual([1, 2, 0]);
  });

  it("puts many outcomes under each other", () => {
    const care = { key: "outcome.care", categories: ["a", "b", "c", "d"] };
    expect(layoutOf(tableOf([sex, care])).rows).toEqual([care]);
    expect(layoutOf(tableOf([sex, care])).columns).toBe(sex);
  });

  it("leaves out `unknown` only where all its figures are a shown zero", () => {
    const empty = tableOf([sex, ages], (place) => (place >= 6 && place < 9 ? shown(0) : shown(12)));
    expect(shownChoices(empty, sex)).toEqual([0, 1, 3]);
    const hiding = tableOf([sex, ages], (place) => (place === 7 ? { hidden: "by_rule", change: "first" } : place >= 6 && place < 9 ? shown(0) : shown(12)));
    expect(shownChoices(hiding, sex)).toEqual([0, 1, 2, 3]);
    expect(shownChoices(empty, ages)).toEqual([0, 1, 2]);
  });

  it("puts sexes side by side and asks for the outcome above", () => {
    const layout = layoutOf(table);
    expect(layout.columns?.key).toBe("sex");
    expect(layout.rows.map(({ key }) => key)).toEqual(["age_band"]);
    expect(layout.filters(layout.rows[0]).map(({ key }) => key)).toEqual(["outcome.housing"]);
  });

  it("puts the outcome beside a single classification", () => {
    const layout = layoutOf(tableOf([{ key: "operation", categories: ["a"] }, outcome]));
    expect([layout.columns?.key, layout.rows[0]?.key]).toEqual(["outcome.housing", "operation"]);
  });

  it("is one line for an outcome alone, and one figure without any dimension", () => {
    expect(layoutOf(tableOf([outcome])).rows.map(({ key }) => key)).toEqual(["outcome.housing"]);
    expect(layoutOf(tableOf([])).rows).toEqual([]);
  });

  it("has a headline: those reached, of all", () => {
    expect(headline(table)).toEqual({ reached: shown(33), all: shown(35) });
    expect(headline(tableOf([sex])).reached).toBeNull();
  });

  it("is found for the picture by its classifications", () => {
    const people = tableOf([sex, ages]);
    expect(bySexAndAge([tableOf([sex]), table, people])).toBe(people);
    expect(bySexAndAge([{ ...people, population: "adults" }])).toBeUndefined();
    expect(bySexAndAge([tableOf([sex]), table])).toBeUndefined();
  });
});
