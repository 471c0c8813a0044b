import { expect, test } from "vitest";
import { compare, withTheirs, type Draft } from "./conference-draft";

const base: Draft = { planned_on: "2026-05-04", topics: "School", staff: ["a"], roles: ["doctor", "lawyer"] };

test("what only the colleague changed is taken over, what both did is asked about", () => {
  const mine: Draft = { ...base, topics: "School and health", planned_on: "2026-05-11" };
  const theirs: Draft = { ...base, topics: "School first", staff: ["a", "b"] };
  const { taken, clashes } = compare(base, mine, theirs);
  expect(taken).toEqual(["staff"]);
  expect(clashes).toEqual(["topics"]);
  expect(withTheirs(base, mine, theirs, taken)).toEqual({ ...mine, staff: ["a", "b"] });
});

test("the order in which people were ticked is no difference", () => {
  expect(compare(base, base, { ...base, roles: ["lawyer", "doctor"] })).toEqual({ taken: [], clashes: [] });
});

test("people whom two writers asked or took off are joined, and nobody is asked about it", () => {
  const mine: Draft = { ...base, roles: ["doctor", "employer"] };
  const theirs: Draft = { ...base, roles: ["doctor", "lawyer", "registry"] };
  const { taken, clashes } = compare(base, mine, theirs);
  expect([taken, clashes]).toEqual([["roles"], []]);
  expect(withTheirs(base, mine, theirs, taken).roles).toEqual(["doctor", "employer", "registry"]);
});
