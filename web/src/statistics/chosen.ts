import type { Schemas } from "../api/node";

/** The tables that a steward chose. */
export type Chosen = Schemas["ChosenTable"][];

export const without = (tables: Chosen, indicator: string): Chosen => tables.filter((table) => table.indicator !== indicator);

/** With this table in place of what was chosen of its indicator. */
export function withTable(tables: Chosen, table: Chosen[number]): Chosen {
  const known = tables.some(({ indicator }) => indicator === table.indicator);
  return known ? tables.map((each) => (each.indicator === table.indicator ? table : each)) : [...tables, table];
}
