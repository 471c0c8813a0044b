import { expect, test } from "vitest";
import { addressOf, NOTHING, specOf } from "./spec";

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
