import type { Schemas } from "../api/node";

/** What the register is narrowed to, as the address has it. Names never go there: the search text is kept apart. */
export const NO_FILTERS = { step: "", operation: "", region: "", sex: "", age: "", worker: "" };
export type Filters = typeof NO_FILTERS;

export const AGE_BANDS = ["0-4", "5-11", "12-17", "18-29", "30-59", "60-200"] as const;

/** The request's filter. An operation is `mehr`, or `stage:uz-mehr-5` for one stage of it. */
export function filterOf(filters: Filters, query: string): Schemas["RegisterFilter"] {
  const filter: Schemas["RegisterFilter"] = {};
  if (query.trim()) filter.query = query.trim();
  if (filters.step) filter.step = filters.step as Schemas["PersonStep"];
  if (filters.operation.startsWith("stage:")) filter.stage_id = filters.operation.slice("stage:".length);
  else if (filters.operation) filter.operation = filters.operation;
  if (filters.region) filter.region = filters.region;
  if (filters.sex) filter.sex = filters.sex as Schemas["Sex"];
  const [from, to] = filters.age.split("-").map(Number);
  if (filters.age && Number.isInteger(from) && Number.isInteger(to)) {
    filter.age_from = from;
    filter.age_to = to;
  }
  if (filters.worker) filter.assigned_to = filters.worker;
  return filter;
}

export const isNarrowed = (filters: Filters) => Object.values(filters).some(Boolean);
