import { describe, expect, it } from "vitest";
import type { CouncilAction } from "./queries";
import { byUrgency, rollUp } from "./roll-up";

const action = (id: string, owner: string, due_on: string, state: "open" | "done", overdue = false): CouncilAction =>
  ({ id, owner, title: id, body: "", due_on, overdue, decision: "2024/1", session: "", state, created_at: "2024-05-14T09:00:00Z", progress: [], allows: { report: false } });
const ACTIONS = [
  action("done", "kg", "2024-01-01", "done"), action("later", "kg", "2024-12-01", "open"),
  action("soon", "uz", "2024-06-01", "open"), action("late", "kg", "2024-02-01", "open", true),
];

describe("actions", () => {
  it("stand overdue first, then by due date, done last", () => {
    expect(byUrgency(ACTIONS).map(({ id }) => id)).toEqual(["late", "soon", "later", "done"]);
  });
  it("are counted by State, a State without any included", () => {
    expect(rollUp(["kg", "tm", "uz"], ACTIONS)).toEqual([
      { owner: "kg", overdue: 1, open: 1, done: 1 }, { owner: "tm", overdue: 0, open: 0, done: 0 }, { owner: "uz", overdue: 0, open: 1, done: 0 }]);
  });
});
