// What to know before the figures of States are laid beside each other.
import type { Headline, ReleaseHeadlines } from "./queries";

export type Ground = Pick<ReleaseHeadlines, "state" | "reference_date" | "indicators">;

/** All indicators that any of them counts, in the order in which they come. */
export const indicatorsOf = (grounds: Ground[]): string[] => [...new Set(grounds.flatMap(({ indicators }) => indicators.map(({ indicator }) => indicator)))];

export const lineOf = ({ indicators }: Ground, indicator: string): Headline | undefined => indicators.find((line) => line.indicator === indicator);

/** In which of these the States' lines of one indicator are not alike. Only where the version is, the figures count the same. */
export interface Unlike {
  version: boolean;
  population: boolean;
  floor: boolean;
}

export function unlike(grounds: Ground[], indicator: string): Unlike {
  const lines = grounds.flatMap((ground) => lineOf(ground, indicator) ?? []);
  const differ = (of: (line: Headline) => unknown) => new Set(lines.map(of)).size > 1;
  return { version: differ(({ version }) => version), population: differ(({ population }) => population), floor: differ(({ floor }) => floor) };
}

/** What others count and this State does not. */
export const leftOut = (grounds: Ground[], ground: Ground): string[] => indicatorsOf(grounds).filter((indicator) => !lineOf(ground, indicator));

/** The floors of a State's return, smallest first. */
export const floorsOf = ({ indicators }: Ground): number[] => [...new Set(indicators.map(({ floor }) => floor))].sort((a, b) => a - b);

/** How much of a return is hidden, in figures. */
export function hiddenOf({ indicators }: Ground): { hidden: number; cells: number } {
  return indicators.reduce((sum, { hidden, cells }) => ({ hidden: sum.hidden + hidden, cells: sum.cells + cells }), { hidden: 0, cells: 0 });
}

/** The share that an indicator reached; null when one of both figures is hidden, undefined where there is nothing to reckon. */
export function shareOf(line: Headline | undefined): number | null | undefined {
  if (!line?.reached) return undefined;
  if (line.reached.hidden || line.total.hidden) return null;
  return line.total.value ? (line.reached.value ?? 0) / line.total.value : undefined;
}
