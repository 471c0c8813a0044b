import { expect, it } from "vitest";
import { parseSearch, writeSearch } from "./router";

it.each([{ q: "1e3" }, { q: "007", operation: "true" }, { q: "Ўктам & a=b" }, {}])("%o survives the address", (search) => {
  expect(parseSearch(writeSearch(search))).toEqual(search);
});
it("leaves out what is not given", () => expect(writeSearch({ a: undefined, b: null })).toBe(""));
