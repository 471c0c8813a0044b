// Who is home (stock) and who came when (flow), by State and year.
import type { Shown } from "../pictures/parts";
import type { Claim, ReleaseHeadlines } from "./queries";

export interface Flow {
  years: number[];
  series: { state: string; values: (number | null)[] }[];
}

/** People of operations by the year of their return: the newest figure of each stage. */
export function flowOf(stages: Claim[], states: readonly string[]): Flow {
  const newest = new Map<string, Claim>();
  for (const claim of stages) {
    const stage = `${claim.about} ${claim.part}`;
    const before = newest.get(stage);
    if (!before || claim.as_of > before.as_of) newest.set(stage, claim);
  }
  const all = [...newest.values()].map(({ about, as_of, value }) => ({ state: about.toUpperCase(), year: Number(as_of.slice(0, 4)), value }));
  const found = all.map(({ year }) => year);
  const years = found.length === 0 ? [] : Array.from({ length: Math.max(...found) - Math.min(...found) + 1 }, (_, i) => Math.min(...found) + i);
  return {
    years,
    series: states.filter((code) => all.some(({ state }) => state === code)).map((state) => ({
      state,
      values: years.map((year) => {
        const here = all.filter((one) => one.state === state && one.year === year);
        return here.length === 0 ? null : here.reduce((sum, { value }) => sum + value, 0);
      }),
    })),
  };
}

export interface Stock {
  states: string[];
  /** One series a year, the newest five. A State that released nothing of that year is `undefined` there. */
  years: { year: number; values: (Shown | undefined)[] }[];
}

const MOST_YEARS = 5;

/** All who are home by the reference date of each year, as States released it. */
export function stockOf(releases: ReleaseHeadlines[], states: readonly string[]): Stock {
  const here = states.filter((code) => releases.some(({ state }) => state.toUpperCase() === code));
  const years = [...new Set(releases.map(({ year }) => year))].sort((a, b) => a - b).slice(-MOST_YEARS);
  return {
    states: here,
    years: years.map((year) => ({
      year,
      values: here.map((code) => {
        const line = releases.find((release) => release.year === year && release.state.toUpperCase() === code)?.indicators.find(({ indicator }) => indicator === "returnees");
        return line && (line.total.hidden ? null : line.total.value);
      }),
    })),
  };
}

/** The same for bars: States and years of which nothing was released are left out, never drawn as nobody or as hidden. */
export function stockBars({ states, years }: Stock, name: (state: string, year: number) => string): { categories: string[]; values: Shown[] } {
  const bars = states.flatMap((state, s) => years.flatMap(({ year, values }) => {
    const value = values[s];
    return value === undefined ? [] : [{ name: name(state, year), value }];
  }));
  return { categories: bars.map((bar) => bar.name), values: bars.map(({ value }) => value) };
}

