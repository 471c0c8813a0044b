import type { LastShown, Table } from "./queries";

/** A figure of a released table; null when hidden. */
export type Shown = number | null;

/** Where a cell stands: a category's index by dimension; a dimension that is left out stands at its total. */
export type Place = Record<string, number | undefined>;

/** Which of the table's cells stands at a place. */
export function indexAt(table: Table, place: Place): number {
  let index = 0;
  for (const { key, categories } of table.dimensions) {
    const at = place[key] ?? categories.length;
    index = index * (categories.length + 1) + at;
  }
  return index;
}

/** The figure at a place. */
export function figureAt(table: Table, place: Place): Shown {
  const cell = table.cells[indexAt(table, place)];
  return cell && !cell.hidden ? (cell.value ?? null) : null;
}

/** What was shown last of a hidden figure; undefined where it never was. */
export const lastAt = (last: LastShown[], table: Table, place: Place): LastShown | undefined =>
  last.find(({ table: key, cell }) => key === table.key && cell === indexAt(table, place));

/** The dimension that tells whom the indicator reached; null in a table that counts people alone. */
export const outcomeOf = (table: Table) => table.dimensions.find(({ key }) => key.startsWith("outcome")) ?? null;

/** The table that counts all returnees by sex and by age. */
export const bySexAndAge = (tables: Table[]): Table | undefined =>
  tables.find((table) => table.population === "returnees" && !outcomeOf(table)
    && ["sex", "age_band"].every((name) => table.dimensions.some(({ key }) => key === name)));

export interface Reach {
  reached: Shown;
  of: Shown;
  /** Share of 0 to 1; null unless both figures are shown and there is anybody. */
  share: number | null;
}

/** Where those stand whom an indicator reached; in a table without an outcome all. */
export function reachedPlace(table: Table, place: Place = {}): Place {
  const outcome = outcomeOf(table);
  const at = outcome?.categories.indexOf("reached") ?? -1;
  return outcome && at >= 0 ? { ...place, [outcome.key]: at } : place;
}

/** How many an indicator reached, of how many. */
export function reachOf(table: Table, place: Place = {}): Reach {
  const of = figureAt(table, place);
  const reached = figureAt(table, reachedPlace(table, place));
  return { reached, of, share: reached !== null && of ? reached / of : null };
}

/** Whether it tells whom something reached; others count people alone, or how they are spread over classes. */
export const tellsReached = (table: Table) => outcomeOf(table)?.categories.includes("reached") ?? false;

/** A round of the survey that an indicator speaks of: `outcome_economic_12`. */
const ROUND = /^outcome_(.+)_(\d+)$/;

/** Tables that spread people over classes: days, care, timeliness. Rounds of the survey are drawn as curves. */
export const spreads = (tables: Table[]) =>
  onePerIndicator(tables).filter((table) => outcomeOf(table) && !tellsReached(table) && !ROUND.test(table.definition.indicator));

/** The first table of each indicator: its totals are those of all others. */
export const onePerIndicator = (tables: Table[]) =>
  tables.filter((table, i) => tables.findIndex(({ definition }) => definition.indicator === table.definition.indicator) === i);

export interface Curve {
  domain: string;
  /** By month since arrival: the share with a high score of those who were asked; null when hidden; undefined where nobody was asked. */
  shares: Map<number, Shown | undefined>;
}

/** The share of those asked whose score is high, by part of the survey and month. */
export function curvesOf(tables: Table[]): Curve[] {
  const curves = new Map<string, Curve>();
  for (const table of onePerIndicator(tables)) {
    const [, domain, month] = ROUND.exec(table.definition.indicator) ?? [];
    const outcome = outcomeOf(table);
    if (!domain || !month || !outcome) continue;
    const at = (category: string) => figureAt(table, { [outcome.key]: outcome.categories.indexOf(category) });
    const [all, notAsked, high] = [figureAt(table, {}), at("not_asked"), at("high")];
    const curve = curves.get(domain) ?? { domain, shares: new Map() };
    const asked = all === null || notAsked === null ? null : all - notAsked;
    curve.shares.set(Number(month), asked === 0 ? undefined : asked === null || high === null ? null : high / asked);
    curves.set(domain, curve);
  }
  return [...curves.values()];
}

/** Whether anything is hidden in it. */
export const hasHidden = (table: Table) => table.cells.some(({ hidden }) => hidden);

/** Categories of a dimension in which there is anybody, or may be: a column of zeros says nothing. */
export function livingCategories(table: Table, dimension: string): number[] {
  const found = table.dimensions.find(({ key }) => key === dimension);
  return (found?.categories ?? []).flatMap((_, at) => (figureAt(table, { [dimension]: at }) === 0 ? [] : [at]));
}

/** Categories of a dimension that a picture draws: each, since a shown zero is a figure; `unknown` only where there is anybody in it. */
export function drawnCategories(table: Table, dimension: string): number[] {
  const found = table.dimensions.find(({ key }) => key === dimension);
  return (found?.categories ?? []).flatMap((name, at) => (name === "unknown" && figureAt(table, { [dimension]: at }) === 0 ? [] : [at]));
}
