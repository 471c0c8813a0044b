import { describe, expect, it } from "vitest";
import type { Case, Plan } from "./case-data";
import { draftOf, firstDraft, goalsOf, isEmpty, newGoal } from "./plan-draft";

const goals: Plan["goals"] = [
  { id: "g1", domain: "education", text: "Goes to school", due_on: "2024-09-01", services: [{ id: "s1", service: "school_enrolment", note: "" }] },
  { id: "g2", domain: "housing", text: "Has a home", services: [] },
];
const needs = (...levels: ["education" | "health" | "housing", "none" | "some" | "urgent"][]) =>
  ({ needs: levels.map(([domain, level]) => ({ domain, level })) }) as unknown as Case;

describe("a draft", () => {
  it("is sent as it was read", () => {
    expect(goalsOf(draftOf({ goals }))).toEqual([
      { domain: "education", text: "Goes to school", due_on: "2024-09-01", services: [{ service: "school_enrolment" }] },
      { domain: "housing", text: "Has a home", services: [] }]);
  });
  it("leaves out what nothing was written in", () => {
    const draft = draftOf({ goals });
    draft.goals.push(newGoal("health"));
    draft.goals[1]?.services.push({ key: 99, service: null, note: "", due_on: null });
    expect(goalsOf(draft)).toHaveLength(2);
    expect(goalsOf(draft)[1]?.services).toEqual([]);
  });
  it("keeps the day on which the plan is looked at again", () => {
    expect(draftOf({ goals, review_on: "2024-12-01" }).review_on).toBe("2024-12-01");
    expect(firstDraft(needs(["health", "some"]), { goals: [], review_on: "2024-12-01" } as unknown as Plan).review_on).toBe("2024-12-01");
  });
  it("keeps a goal of which only the day is known", () => expect(isEmpty({ ...newGoal(), due_on: "2024-09-01" })).toBe(false));
  it("begins with one goal for each need, not for what goes well", () => {
    const first = firstDraft(needs(["education", "urgent"], ["health", "none"], ["housing", "some"]), { goals: [] } as unknown as Plan);
    expect(first.goals.map(({ domain }) => domain)).toEqual(["education", "housing"]);
  });
  it("begins with what was saved", () => {
    expect(firstDraft(needs(["health", "some"]), { goals } as unknown as Plan).goals.map(({ text }) => text)).toEqual(["Goes to school", "Has a home"]);
  });
});
