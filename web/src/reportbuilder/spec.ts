import type { Schemas } from "../api/node";

type Spec = Schemas["ReportSpec"];

/** A question as it stands in the address; all texts. */
export const NOTHING = { unit: "people", rows: "", columns: "", by: "", value: "" };
export type Asked = typeof NOTHING;

/** What the address asks for; nothing until there are rows. */
export function specOf({ unit, rows, columns, by, value }: Asked): Spec | null {
  if (rows === "") return null;
  return { unit, rows, ...(columns ? { columns } : {}), filters: by && value ? [{ dimension: by, category: value }] : [] };
}

/** The way back. The page narrows by one value; a question with more has them only through the API. */
export const addressOf = ({ unit, rows, columns, filters }: Spec): Asked =>
  ({ unit, rows, columns: columns ?? "", by: filters[0]?.dimension ?? "", value: filters[0]?.category ?? "" });

const MOST = 5;

/** Questions that tables of this month answer at once, nearest to the refused one first. The region goes without saying. */
export function alternatives(refused: Spec, givenOut: string[][]): Asked[] {
  const wanted = [refused.rows, refused.columns];
  const pairs = givenOut.map((crossing) => crossing.filter((key) => key !== "region").slice(0, 2)).filter((pair) => pair.length > 0);
  const unlike = pairs.filter((pair, index) => pairs.findIndex((other) => other.join() === pair.join()) === index)
    .filter((pair) => !(pair.length === 2 && pair.every((key) => wanted.includes(key))));
  const near = (pair: string[]) => pair.filter((key) => wanted.includes(key)).length;
  return unlike.sort((a, b) => near(b) - near(a)).slice(0, MOST).map(([rows = "", columns = ""]) => ({ ...NOTHING, unit: refused.unit, rows, columns }));
}
