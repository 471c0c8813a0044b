import { describe, expect, test } from "vitest";
import { changesBetween, lineOf, listed, type Definitions, type Indicator } from "./types";

const indicator = (key: string, more: Partial<Indicator> = {}): Indicator => ({
  key, version: 1, unit: "persons", population: "returnees", period: "reference_date", subject: "plain", floor: 5, measure: "happened",
  source: "services.service_facts.delivered_on", codes: [], outcomes: ["reached", "not_reached"], classifications: [], possible: [], zeros_inform: false,
  versions: [{ version: 1, from: 2019 }], ...more,
});
const round = (month: number) => indicator(`outcome_social_${month}`, { measure: "score", source: "services.survey_facts.social", month });
const year = (number: number, indicators: Indicator[]): Definitions => ({ year: number, floor: 1, hash: String(number), years: [], populations: [], indicators });

describe("listed", () => {
  test("takes the rounds of one score as one, and finds each by its own key", () => {
    const lines = listed([indicator("housing"), round(0), round(3), indicator("training")]);
    expect(lines.map(({ key, indicators }) => [key, indicators.length])).toEqual([["housing", 1], ["services.survey_facts.social", 2], ["training", 1]]);
    expect(lineOf(lines, "outcome_social_3")?.key).toBe("services.survey_facts.social");
    expect(lineOf(lines, "services.survey_facts.social")?.indicators).toHaveLength(2);
    expect(lineOf(lines, "employment")).toBeUndefined();
  });
});

describe("changesBetween", () => {
  test("tells what came, what went and what is no longer the same", () => {
    const before = year(2024, [indicator("housing"), indicator("training")]);
    const now = year(2025, [indicator("housing", { version: 2 }), indicator("employment")]);
    const { added, gone, changed } = changesBetween(before, now);
    expect([added, gone, changed].map((list) => list.map(({ key }) => key))).toEqual([["employment"], ["training"], ["housing"]]);
  });
});
