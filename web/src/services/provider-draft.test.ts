import { describe, expect, it } from "vitest";
import { compare, inputOf, valuesOf, withTheirs, type Values } from "./provider-draft";

const base: Values = {
  ...valuesOf(undefined), name: "School 12", kind: "municipal", languages: ["uz", "ru"], services: ["school_enrolment", "catch_up_classes"],
  places: { school_enrolment: { places: 10, period: "year" } },
};

describe("two who change one provider", () => {
  it("keep what each changed alone, and are asked about what both did", () => {
    const mine: Values = { ...base, name: "School No. 12", hours: "8 to 17" };
    const theirs: Values = { ...base, name: "School 12, Quva", places: { school_enrolment: { places: 12, period: "year" } } };
    const { taken, clashes } = compare(base, mine, theirs);
    expect(taken).toEqual(["places"]);
    expect(clashes).toEqual(["name"]);
    expect(inputOf(withTheirs(mine, theirs, taken), 4)).toMatchObject({
      version: 4, name: "School No. 12", hours: "8 to 17", places: [{ service: "school_enrolment", places: 12, period: "year" }] });
  });

  it("do not differ by the order of what they ticked", () =>
    expect(compare(base, base, { ...base, languages: ["ru", "uz"], services: [...base.services].reverse() })).toEqual({ taken: [], clashes: [] }));
});
