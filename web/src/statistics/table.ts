import type { Schemas } from "../api/node";

export type ReturnTable = Schemas["ReturnTable"];
export type Dimension = Schemas["ReturnDimension"];
export type Cell = Schemas["ReturnCell"];

/** Per dimension the category that was chosen, by its place; the number of categories stands for the total. */
export type Choice = Record<string, number>;

/** `outcome.housing` is the classification `outcome` to a reader. */
export const kindOf = (dimension: string) => dimension.split(".")[0] ?? dimension;
export const isOutcome = ({ key }: Dimension) => kindOf(key) === "outcome";
export const totalOf = ({ categories }: Dimension) => categories.length;

/** The place of a choice: row-major, the last dimension fastest; behind the categories of each stands its total. */
export const placeOf = (table: ReturnTable, choice: Choice) => table.dimensions.reduce((at, dimension) =>
  at * (dimension.categories.length + 1) + (choice[dimension.key] ?? totalOf(dimension)), 0);

/** The categories of a place, by their index; the total's behind them. */
export function choiceOf(table: ReturnTable, place: number): number[] {
  const at: number[] = [];
  let rest = place;
  for (const dimension of [...table.dimensions].reverse()) {
    const size = dimension.categories.length + 1;
    at.unshift(rest % size);
    rest = Math.floor(rest / size);
  }
  return at;
}

/** The cell of a choice. */
export function cellAt(table: ReturnTable, choice: Choice): Cell {
  const place = placeOf(table, choice);
  const cell = table.cells[place];
  if (!cell) throw new Error(`table ${table.key} has no cell ${place}`);
  return cell;
}

/** Choices of a dimension that are worth a line: `unknown` only where somebody is in it, the total last. */
export function shownChoices(table: ReturnTable, dimension: Dimension): number[] {
  const d = table.dimensions.indexOf(dimension);
  const below = table.dimensions.slice(d + 1).reduce((product, { categories }) => product * (categories.length + 1), 1);
  const size = dimension.categories.length + 1;
  const nobody = (category: number) =>
    table.cells.every((cell, place) => Math.floor(place / below) % size !== category || cell.value === 0);
  const categories = dimension.categories.flatMap((name, i) => (name === "unknown" && nobody(i) ? [] : [i]));
  return [...categories, totalOf(dimension)];
}

export interface Layout {
  /** What the lines may stand for; the first unless the reader chooses. None in a table of one figure. */
  rows: Dimension[];
  columns: Dimension | null;
  /** The others: one category or the total is looked at, at a time. */
  filters: (rows: Dimension | undefined) => Dimension[];
}

const MANY = 3;

/** Sexes stand side by side, else who was reached; what remains is chosen above the table. */
export function layoutOf({ dimensions }: ReturnTable): Layout {
  const plain = dimensions.filter((dimension) => !isOutcome(dimension));
  const outcome = dimensions.find(isOutcome);
  const sex = plain.length > 1 ? plain.find(({ key }) => key === "sex") : undefined;
  // Many outcomes, such as arrangements of care, stand under each other.
  if (plain.length === 1 && outcome && outcome.categories.length > MANY) {
    return { rows: [outcome], columns: plain[0] ?? null, filters: () => [] };
  }
  const columns = plain.length > 0 ? sex ?? outcome ?? null : null;
  const rows = plain.length > 0 ? plain.filter((dimension) => dimension !== columns) : dimensions;
  return { rows, columns, filters: (chosen) => dimensions.filter((dimension) => dimension !== columns && dimension !== chosen) };
}

/** Of all in the table those who were reached; null for a table that counts a population alone. */
export function headline(table: ReturnTable): { reached: Cell | null; all: Cell } {
  const outcome = table.dimensions.find((dimension) => isOutcome(dimension) && dimension.categories[0] === "reached");
  return { reached: outcome ? cellAt(table, { [outcome.key]: 0 }) : null, all: cellAt(table, {}) };
}

/** The table that counts all returnees by sex and by age. One with an outcome counts what befell them, and its totals may all be hidden. */
export function bySexAndAge(tables: ReturnTable[]): ReturnTable | undefined {
  const has = (table: ReturnTable, name: string) => table.dimensions.some(({ key }) => key === name);
  return tables.find((table) => table.population === "returnees" && !table.dimensions.some(isOutcome) && has(table, "sex") && has(table, "age_band"));
}
