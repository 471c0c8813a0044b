import { describe, expect, it } from "vitest";
import type { Schemas } from "../api/node";
import { wayTo } from "./task-card";

type Task = Schemas["Task"];
const task = (part: Partial<Task>): Task => ({
  kind: "visit", due_on: "2024-05-14", overdue: false, person: { id: "p", name: "N", code: "UZ-2024-00001" }, case_id: "c", subject_id: "s", ...part });

describe("tasks", () => {
  it.each([
    ["assess", "needs"], ["make_plan", "plan"], ["mend_plan", "plan"], ["approve_plan", "plan"], ["order", "services"], ["deliver", "services"],
    ["approve_closure", "closure"]] as const)("%s leads to the part %s of the case file", (kind, hash) => {
    expect(wayTo(task({ kind }))).toEqual({ to: "/cases/$caseId", params: { caseId: "c" }, hash });
  });
  it("a visit leads to the sheet on which it is noted", () => {
    expect(wayTo(task({ kind: "visit" }))).toEqual({ to: "/cases/$caseId/visit", params: { caseId: "c" } });
  });
  it("a complaint leads to its own page, also an anonymous one", () => {
    expect(wayTo(task({ kind: "answer_complaint" }))).toEqual({ to: "/complaints/$complaintId", params: { complaintId: "s" } });
  });
  it("a survey leads to its questions", () => {
    expect(wayTo(task({ kind: "survey", detail: "6" }))).toEqual({ to: "/cases/$caseId/surveys/$month", params: { caseId: "c", month: "6" } });
  });
});
