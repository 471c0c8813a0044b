import { expect, it } from "vitest";
import { compare, inputOf, NEW_OPERATION, valuesOf, withTheirs, type Operation } from "./operation-draft";

const operation: Operation = { id: "uz-mehr-6", operation: "mehr", stage: 6, name: "Mehr-6", on_date: "2026-11-30", place: "Tashkent", source: "Order 12",
  shipped: false, in_use: false, version: 1, allows: { correct: true } };

it("sends the code of an operation that is there", () => {
  expect(inputOf({ ...valuesOf(operation), name: " Mehr-6 " })).toEqual(
    { operation: "mehr", stage: 6, name: "Mehr-6", on_date: "2026-11-30", place: "Tashkent", source: "Order 12" });
});

it("sends the name of a new one, and leaves out what is empty", () => {
  expect(inputOf({ ...valuesOf(undefined), operation: NEW_OPERATION, operation_name: "Umid", name: "Umid-1", source: "Order 13" })).toEqual(
    { operation_name: "Umid", name: "Umid-1", place: "", source: "Order 13" });
});

it("takes over what only the colleague changed and asks about what both did", () => {
  const base = valuesOf(operation), mine = { ...base, name: "Mehr 6", place: "Termez" }, theirs = { ...base, name: "Mehr-VI", stage: 7 };
  expect(compare(base, mine, theirs)).toEqual({ taken: ["stage"], clashes: ["name"] });
  expect(withTheirs(mine, theirs, ["stage"])).toEqual({ ...mine, stage: 7 });
});
