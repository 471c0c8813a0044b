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
