import type { TFunction } from "i18next";
import { describe, expect, it } from "vitest";
import type { Case, Order, PlannedService, Round } from "./case-data";
import { historyOf } from "./history";

const t = ((key: string, values?: { reason?: string }) => (values?.reason ? `${key} ${values.reason}` : key)) as TFunction;
const anna = { id: "a", name: "Worker A" };
const ben = { id: "b", name: "Supervisor B" };

const file = {
  opened_at: "2024-01-10T08:00:00Z", opened_by: anna,
  needs: [{ domain: "education", level: "none", note: "", recorded_by: anna, recorded_at: "2024-02-01T08:00:00Z" }],
  earlier_needs: [
    { domain: "education", level: "urgent", note: "", recorded_by: anna, recorded_at: "2024-01-11T08:00:00Z" },
    { domain: "housing", level: "some", note: "", recorded_by: anna, recorded_at: "2024-01-11T08:00:00Z" }],
  needs_approvals: [{
    id: "n", submitted_at: "2024-01-11T12:00:00Z", submitted_by: anna, approved: true, decided_at: "2024-01-12T06:00:00Z", decided_by: ben, own_work: false }],
  reviews: [{ id: "r", at: "2024-03-10T08:00:00Z", by: anna, outcome: "goes_on", note: "as agreed" }],
  plans: [{
    id: "p", created_by: anna, created_at: "2024-01-12T08:00:00Z",
    moves: [
      { kind: "submitted", by: anna, at: "2024-01-13T08:00:00Z" }, { kind: "returned", by: ben, at: "2024-01-14T08:00:00Z", comment: "add a date" },
      { kind: "submitted", by: anna, at: "2024-01-15T08:00:00Z" }, { kind: "approved", by: ben, at: "2024-01-16T08:00:00Z" }] }],
  visits: [{ id: "v1", due_on: "2024-03-01", done_on: "2024-03-02", done_by: anna, note: "well" }, { id: "v2", due_on: "2024-06-01" }],
  closures: [{
    id: "c", reason: "moved", note: "", proposed_by: anna, proposed_at: "2024-04-01T08:00:00Z", approved: true, decided_by: ben,
    decided_at: "2024-04-02T08:00:00Z", reopened_by: ben, reopened_at: "2024-05-01T08:00:00Z", reopening: "they came back" }],
} as unknown as Case;
const refused = { id: "o1", provider_name: "X", state: "refused", ordered_at: "2024-01-17T08:00:00Z", closed_at: "2024-01-20T08:00:00Z",
  refused_reason: "no_capacity", note: "" } as Order;
const delivered = { id: "o2", provider_name: "Y", state: "delivered", ordered_at: "2024-01-21T08:00:00Z", delivered_on: "2024-02-20", note: "" } as Order;
const services = [{ id: "s", service: "housing", note: "", order: delivered, refused_before: [refused] }] as PlannedService[];
const rounds = [{ month: 0, answered_on: "2024-01-18" }, { month: 3 }] as Round[];

describe("the story of a case file", () => {
  const story = historyOf(file, services, rounds, t);
  it("tells everything, the latest first", () => {
    expect(story.map(({ at, title }) => `${at.slice(5, 10)} ${title.replace("casework.happened.", "")}`)).toEqual([
      "05-01 reopened", "04-02 closed", "04-01 closure_proposed casework.closure.reason.moved", "03-10 reviewed", "03-02 visit", "02-20 delivered", "02-01 needs",
      "01-21 ordered", "01-20 refused", "01-18 survey", "01-17 ordered", "01-16 plan_approved", "01-15 plan_submitted", "01-14 plan_returned",
      "01-13 plan_submitted", "01-12 plan_started", "01-12 needs_approved", "01-11 needs_submitted", "01-11 needs", "01-10 opened"]);
  });
  it("keeps what was said then", () => {
    const texts = story.map(({ text }) => text).filter(Boolean);
    expect(texts).toContain("add a date");
    expect(texts).toContain("they came back");
    expect(texts).toContain("casework.order.reason.no_capacity");
  });
  it("takes findings of one talk together", () => {
    expect(story.find(({ at }) => at.startsWith("2024-01-11T08"))?.text?.split("\n")).toHaveLength(2);
  });
  it("has a key of its own for each line", () => expect(new Set(story.map(({ key }) => key)).size).toBe(story.length));
});
