import { expect, test } from "vitest";
import { addressOf, alternatives, NOTHING, specOf } from "./spec";

test("an address without lines asks for nothing", () => {
  expect(specOf(NOTHING)).toBeNull();
  expect(specOf({ ...NOTHING, columns: "sex" })).toBeNull();
});

test("a question goes into the address and comes back", () => {
  for (const spec of [
    { unit: "needs", rows: "domain", filters: [] },
    { unit: "people", rows: "step", columns: "sex", filters: [{ dimension: "region", category: "UZ-FA" }] },
  ]) expect(specOf(addressOf(spec))).toEqual(spec);
});

test("a narrowing without its value is none", () => {
  expect(specOf({ ...NOTHING, rows: "step", by: "sex" })?.filters).toEqual([]);
});

test("instead of a refused table, those that are out are offered, the nearest first and each once", () => {
  const refused = { unit: "services", rows: "month", columns: "service", filters: [] };
  const offered = alternatives(refused, [["region", "waiting"], ["region", "month", "state"], ["month", "state"], ["region"]]);
  expect(offered.map(({ rows, columns }) => [rows, columns])).toEqual([["month", "state"], ["waiting", ""]]);
  expect(offered.every(({ unit, value }) => unit === "services" && value === "")).toBe(true);
  expect(alternatives(refused, [["region", "service", "month"]])).toEqual([]);
});
