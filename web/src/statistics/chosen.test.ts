import { expect, it } from "vitest";
import { without, withTable } from "./chosen";

const housing = { indicator: "housing", by: ["sex"] };
const training = { indicator: "training", by: [] };

it("puts a table in the place of what was chosen of its indicator, or behind the others", () => {
  expect(withTable([housing, training], { indicator: "housing", by: [] })).toEqual([{ indicator: "housing", by: [] }, training]);
  expect(withTable([housing], training)).toEqual([housing, training]);
});

it("leaves an indicator out", () => {
  expect(without([housing, training], "housing")).toEqual([training]);
});
