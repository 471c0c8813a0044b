import { expect, it } from "vitest";
import { halfWritten } from "./half-written";

it("only this account's own half-written visits are told of", () => {
  const names = ["homeward.draft.worker.visit.c1", "homeward.draft.worker2.visit.c2", "homeward.draft.worker.other.c3", "homeward.language"];
  expect(halfWritten("worker", names)).toEqual(["c1"]);
});
