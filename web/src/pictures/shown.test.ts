import { describe, expect, it } from "vitest";
import { longestOf, lengthOfHidden } from "./shown";

describe("the scale of a picture", () => {
  it("is that of the shown figures, whatever is hidden beside them", () => {
    expect(longestOf([{ name: "a", values: [3, null, 40] }, { name: "b", values: [null, null, 12] }])).toBe(40);
    expect(longestOf([{ name: "a", values: [40, null] }])).toBe(longestOf([{ name: "a", values: [40] }]));
    expect(longestOf([{ name: "a", values: [null, null] }])).toBe(1);
  });
  it("gives every hidden figure the same length", () => {
    expect(lengthOfHidden(40, false)).toBe(2);
    expect(lengthOfHidden(40, true)).toBe(4);
  });
});
