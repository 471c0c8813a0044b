import { describe, expect, it } from "vitest";
import { changeOf } from "./outcome-change";

const round = (answered_on: string | undefined, scores: Record<string, number>) => ({ answered_on, scores });

describe("what changed since the beginning", () => {
  it("compares the first answered round with the latest, whatever lies between or was missed", () => {
    const found = changeOf([
      round("2024-05-14", { economic: 0.2, social: 0.5, psychosocial: 0.7, total: 0.4 }), round("2024-11-14", { economic: 0.9 }),
      round(undefined, {}), round("2025-05-20", { economic: 0.6, social: 0.54, psychosocial: 0.65 })]);
    expect(found).toMatchObject({ from: "2024-05-14", to: "2025-05-20" });
    expect(found?.changes.map(({ dimension, how }) => [dimension, how])).toEqual([["economic", "better"], ["social", "same"], ["psychosocial", "worse"]]);
  });
  it("is silent of what was scored once only, and of a single round", () => {
    expect(changeOf([round("2024-05-14", { economic: 0.2, social: 0.1 }), round("2024-08-14", { social: 0.1 })])?.changes.map(({ dimension }) => dimension)).toEqual(["social"]);
    expect(changeOf([round("2024-05-14", { economic: 0.2 }), round(undefined, {})])).toBeNull();
    expect(changeOf([round("2024-05-14", { economic: 0.2 }), round("2024-08-14", {})])).toBeNull();
  });
});
