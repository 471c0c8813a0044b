import { mergeEdits } from "../api/merge";
import type { Schemas } from "../api/node";

export type Operation = Schemas["Operation"];

/** What the choice of operations holds for one that is not there yet; no code has such a sign. */
export const NEW_OPERATION = "+";

/** An operation or stage as its form has it. */
export interface Values {
  operation: string | null;
  operation_name: string;
  stage: number | null;
  name: string;
  on_date: string | null;
  place: string;
  source: string;
}
export type Place = keyof Values;
export const PLACES: readonly Place[] = ["operation", "operation_name", "stage", "name", "on_date", "place", "source"];

export const valuesOf = (one: Operation | undefined): Values => ({
  operation: one?.operation ?? null, operation_name: "", stage: one?.stage ?? null, name: one?.name ?? "", on_date: one?.on_date ?? null,
  place: one?.place ?? "", source: one?.source ?? "" });

/** As the API takes it: of an operation that is there its code, of a new one its name; what is empty is left out. */
export const inputOf = ({ operation, operation_name, stage, name, on_date, place, source }: Values): Schemas["OperationInput"] => ({
  name: name.trim(), place: place.trim(), source: source.trim(),
  ...(operation === NEW_OPERATION ? { operation_name: operation_name.trim() } : operation && { operation }),
  ...(stage !== null && { stage }), ...(on_date && { on_date }) });

/** What each of two writers changed in one entry. */
export function compare(base: Values, mine: Values, theirs: Values) {
  const said = (values: Values, place: Place) => String(values[place] ?? "").trim();
  const { taken, clashes } = mergeEdits(PLACES, said, { base, mine, theirs });
  return { taken, clashes: clashes.map(({ place }) => place) };
}

/** My version with these places of the colleague's. */
export const withTheirs = (mine: Values, theirs: Values, places: readonly Place[]): Values =>
  ({ ...mine, ...Object.fromEntries(places.map((place) => [place, theirs[place]])) });
