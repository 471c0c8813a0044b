import { describe, expect, it } from "vitest";
import { joinParts } from "./date-fields";

const parts = (change: Partial<Parameters<typeof joinParts>[0]>) => joinParts({ day: "", month: "", year: "", estimated: false, ...change });

describe("the parts of a date", () => {
  it("give nothing while empty", () => expect(parts({})).toBeNull());
  it("give what is known", () => {
    expect(parts({ year: "2016" })).toBe("2016");
    expect(parts({ year: "2016", month: "5", estimated: true })).toBe("2016-05~");
    expect(parts({ year: "2016", month: "5", day: "3" })).toBe("2016-05-03");
  });
  it.each([
    { day: "3" }, { month: "5" }, { year: "2016", day: "3" }, { year: "16" }, { year: "2023", month: "2", day: "29" }, { year: "20x6" },
  ])("are no date when they are %o", (change) => expect(parts(change)).toBeUndefined());
});
