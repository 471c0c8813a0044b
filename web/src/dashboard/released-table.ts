import type { Table } from "./queries";

/** A figure of a released table; null when hidden. */
export type Shown = number | null;

/** Where a cell stands: a category's index by dimension; a dimension that is left out stands at its total. */
export type Place = Record<string, number | undefined>;

/** The figure at a place. */
export function figureAt(table: Table, place: Place): Shown {
  let index = 0;
  for (const { key, categories } of table.dimensions) {
    const at = place[key] ?? categories.length;
    index = index * (categories.length + 1) + at;
  }
  const cell = table.cells[index];
  return cell && !cell.hidden ? (cell.value ?? null) : null;
}

/** The dimension that tells whom the indicator reached; null in a table that counts people alone. */
export const outcomeOf = (table: Table) => table.dimensions.find(({ key }) => key.startsWith("outcome")) ?? null;

export interface Reach {
  reached: Shown;
  of: Shown;
  /** Share of 0 to 1; null unless both figures are shown and there is anybody. */
  share: number | null;
}

/** How many an indicator reached, of how many. */
export function reachOf(table: Table, place: Place = {}): Reach {
  const outcome = outcomeOf(table);
  const of = figureAt(table, place);
  const at = outcome?.categories.indexOf("reached") ?? -1;
  const reached = outcome && at >= 0 ? figureAt(table, { ...place, [outcome.key]: at }) : of;
  return { reached, of, share: reached !== null && of ? reached / of : null };
}

/** Whether anything is hidden in it. */
export const hasHidden = (table: Table) => table.cells.some(({ hidden }) => hidden);

/** Categories of a dimension in which there is anybody, or may be: a column of zeros says nothing. */
export function livingCategories(table: Table, dimension: string): number[] {
  const found = table.dimensions.find(({ key }) => key === dimension);
  return (found?.categories ?? []).flatMap((_, at) => (figureAt(table, { [dimension]: at }) === 0 ? [] : [at]));
}
