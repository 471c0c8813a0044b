import type { Schemas } from "../api/council";

/** What the returns of a year count, as both programs tell it. */
export type Definitions = Schemas["Definitions"];
export type Indicator = Definitions["indicators"][number];

/** What a page lists as one: an indicator, or the rounds of one survey score, which differ in their month alone. */
export interface Listed {
  key: string;
  indicators: Indicator[];
}

export function listed(indicators: Indicator[]): Listed[] {
  const lines = new Map<string, Listed>();
  for (const indicator of indicators) {
    const key = indicator.measure === "score" ? indicator.source : indicator.key;
    const line = lines.get(key) ?? { key, indicators: [] };
    line.indicators.push(indicator);
    lines.set(key, line);
  }
  return [...lines.values()];
}

/** The line in which an indicator stands. */
export function lineOf(lines: Listed[], indicator: string): Listed | undefined {
  return lines.find(({ key, indicators }) => key === indicator || indicators.some((each) => each.key === indicator));
}

/** Indicators that one year has and the other has not, or in another version. */
export interface YearChanges {
  added: Indicator[];
  gone: Indicator[];
  changed: Indicator[];
}

export function changesBetween(before: Definitions, now: Definitions): YearChanges {
  const find = (among: Definitions, key: string) => among.indicators.find((each) => each.key === key);
  return {
    added: now.indicators.filter(({ key }) => !find(before, key)),
    gone: before.indicators.filter(({ key }) => !find(now, key)),
    changed: now.indicators.filter(({ key, version }) => {
      const old = find(before, key);
      return old !== undefined && old.version !== version;
    }),
  };
}
