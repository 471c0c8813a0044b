import { mergeEdits } from "../api/merge";
import type { Schemas } from "../api/node";

export type Kind = Schemas["ProviderKind"];
export type Period = Schemas["PlacesPeriod"];
export type Provider = Schemas["Provider"];
export const KINDS: readonly Kind[] = ["state", "municipal", "civil_society", "international", "private"];
export const PERIODS: readonly Period[] = ["at_once", "month", "quarter", "year"];
export const LANGUAGES = ["uz", "kk", "ky", "tg", "tk", "ru", "en", "ar"] as const;

export interface Places {
  places: number | null;
  period: Period;
}
/** A provider as its form has it. */
export interface Values {
  name: string;
  kind: Kind | null;
  region: string | null;
  district: string;
  address: string;
  hours: string;
  contact: string;
  languages: string[];
  services: string[];
  places: Record<string, Places>;
}
export type Place = keyof Values;
export const PLACES: readonly Place[] = ["name", "kind", "region", "district", "address", "hours", "contact", "languages", "services", "places"];

export const NO_PLACES: Places = { places: null, period: "at_once" };

export function valuesOf(provider: Provider | undefined): Values {
  return {
    name: provider?.name ?? "", kind: provider?.kind ?? null, region: provider?.region || null, district: provider?.district ?? "",
    address: provider?.address ?? "", hours: provider?.hours ?? "", contact: provider?.contact ?? "", languages: provider?.languages ?? [],
    services: provider?.services ?? [],
    places: Object.fromEntries((provider?.places ?? []).map(({ service, places, period }) => [service, { places, period }])),
  };
}

/** The services that have a number of places, as the API takes them. */
export const placesOf = ({ services, places }: Values): NonNullable<Schemas["ProviderInput"]["places"]> => services.flatMap((service) => {
  const of = places[service];
  return of === undefined || of.places === null ? [] : [{ service, places: Number(of.places), period: of.period }];
});

export const inputOf = (values: Values, version: number | undefined): Schemas["ProviderInput"] => ({
  ...values, kind: values.kind ?? "state", region: values.region ?? "", name: values.name.trim(), ...(version !== undefined && { version }), places: placesOf(values) });

/** What a place holds, so that two that say the same are the same: in whatever order something was ticked. */
function said(values: Values, place: Place): string {
  if (place === "places") return placesOf(values).map(({ service, places, period }) => `${service} ${places} ${period}`).sort().join();
  const value = values[place];
  return Array.isArray(value) ? [...value].sort().join() : String(value ?? "").trim();
}

/** What each of two writers changed in one provider's entry. */
export function compare(base: Values, mine: Values, theirs: Values) {
  const { taken, clashes } = mergeEdits(PLACES, said, { base, mine, theirs });
  return { taken, clashes: clashes.map(({ place }) => place) };
}

/** My version with these places of the colleague's. */
export const withTheirs = (mine: Values, theirs: Values, places: readonly Place[]): Values =>
  ({ ...mine, ...Object.fromEntries(places.map((place) => [place, theirs[place]])) });
