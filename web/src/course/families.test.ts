import { expect, test } from "vitest";
import { familiesOf, withFamily, withoutFamily } from "./families";

const people = [{ id: "a", family_id: "f" }, { id: "b" }, { id: "c", family_id: "f" }];

test("a family stands together where its first member stood", () => {
  expect(familiesOf(people).map((family) => family.map(({ id }) => id))).toEqual([["a", "c"], ["b"]]);
});

test("a family is taken and left as a whole, and nobody else is touched", () => {
  const [family = []] = familiesOf(people);
  const taken = withFamily(new Set(["b", "a"]), family);
  expect([...taken].toSorted()).toEqual(["a", "b", "c"]);
  expect([...withoutFamily(taken, family)]).toEqual(["b"]);
});
