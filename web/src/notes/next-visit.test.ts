import { describe, expect, it } from "vitest";
import { proposeNext } from "./next-visit";
import { newRequestId } from "../api/request-id";

const sheet = {
  rule: { usual: 30, first_months: 14, mixed: 14, hard: 7, change: 14, something_new: 14, soon: 3, nobody: 7 }, first_months_end: "2023-04-01" };
const well = { done_on: "2024-05-14", met: ["returnee"], wellbeing: "well", plan_fit: "on_track", support: "nothing_new" };

describe("the next visit", () => {
  it.each([
    ["all is well", {}, "2024-06-13"], ["the file is young", { done_on: "2023-03-31" }, "2023-04-14"], ["it is hard", { wellbeing: "hard" }, "2024-05-21"],
    ["help is needed soon, though all else is well", { support: "soon" }, "2024-05-17"], ["nobody was at home", { met: ["nobody"] }, "2024-05-21"],
    ["somebody was met beside nobody", { met: ["nobody", "relative"] }, "2024-06-13"],
  ])("when %s", (_when, part, day) => {
    expect(proposeNext({ ...well, ...part }, sheet)).toBe(day);
  });
  it("waits for the day of this one", () => expect(proposeNext({ ...well, done_on: null }, sheet)).toBeNull());
});

it("a request id is a UUID of version 7, never the same", () => {
  expect(newRequestId()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(newRequestId()).not.toBe(newRequestId());
});
