import { expect, it } from "vitest";
import { filterOf, isNarrowed, NO_FILTERS } from "./filters";

it("asks for nothing when nothing is chosen", () => {
  expect(filterOf(NO_FILTERS, "  ")).toEqual({});
  expect(isNarrowed(NO_FILTERS)).toBe(false);
});

it("tells an operation from one of its stages", () => {
  expect(filterOf({ ...NO_FILTERS, operation: "mehr" }, "")).toEqual({ operation: "mehr" });
  expect(filterOf({ ...NO_FILTERS, operation: "stage:uz-mehr-5" }, "")).toEqual({ stage_id: "uz-mehr-5" });
});

it("reads an age band, and leaves out one that is none", () => {
  expect(filterOf({ ...NO_FILTERS, age: "5-11" }, "")).toEqual({ age_from: 5, age_to: 11 });
  expect(filterOf({ ...NO_FILTERS, age: "old" }, "")).toEqual({});
});

it("sends the name in the body's query, trimmed", () => {
  expect(filterOf({ ...NO_FILTERS, worker: "me" }, " Karimova ")).toEqual({ query: "Karimova", assigned_to: "me" });
});
