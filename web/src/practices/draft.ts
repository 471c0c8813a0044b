import type { Schemas } from "../api/council";
import { mergeEdits } from "../api/merge";
import { SPOKEN_LANGUAGES, type SpokenLanguage } from "../i18n/languages";
import type { Practice, PracticeKind, PracticeText } from "./queries";
import { FIELDS, type Field } from "./template";

/** A practice while it is written. */
export interface Draft {
  kind: PracticeKind;
  state: string | null;
  topics: string[];
  year_from: number | null;
  year_to: number | null;
  evidence: Schemas["PracticeEvidence"] | null;
  cost_low: number | null;
  cost_high: number | null;
  currency: string;
  readers: Schemas["PracticeReaders"];
  pictures: Schemas["PracticePictures"];
  texts: PracticeText[];
}

export const newText = (language: SpokenLanguage): PracticeText =>
  ({ language, ...Object.fromEntries(FIELDS.map((field) => [field, ""])) }) as PracticeText;

export const newDraft = (kind: PracticeKind, state: string | null, language: SpokenLanguage): Draft => ({
  kind, state, topics: [], year_from: null, year_to: null, evidence: null, cost_low: null, cost_high: null, currency: "", readers: "all", pictures: "none",
  texts: [newText(language === "ru" ? "ru" : "en")],
});

export const draftOf = (practice: Practice): Draft => ({
  kind: practice.kind, state: practice.state, topics: practice.topics, year_from: practice.year_from, year_to: practice.year_to ?? null,
  evidence: practice.evidence, cost_low: practice.cost_low ?? null, cost_high: practice.cost_high ?? null, currency: practice.currency,
  readers: practice.readers, pictures: practice.pictures, texts: practice.texts,
});

/** What is sent; without a version for a new one. */
export function inputOf(draft: Draft, version?: number): Schemas["PracticeInput"] {
  const { state, year_from, year_to, evidence, cost_low, cost_high, currency, ...rest } = draft;
  return {
    ...rest, state: state ?? "", year_from: year_from ?? 0, evidence: evidence ?? "none_yet", currency: currency.trim().toUpperCase(),
    ...(version === undefined ? {} : { version }), ...(year_to === null ? {} : { year_to }),
    ...(cost_low === null ? {} : { cost_low }), ...(cost_high === null ? {} : { cost_high }),
  };
}

const PLAIN = ["kind", "state", "topics", "year_from", "year_to", "evidence", "cost_low", "cost_high", "currency", "readers", "pictures"] as const;
type Plain = (typeof PLAIN)[number];

/** One place of a draft: a plain field, or a field of the text in one language. */
export interface Place { field: Plain | Field; language: SpokenLanguage | null }
const keyOf = ({ field, language }: Place) => (language ? `${language}.${field}` : field);

const PLACES: Place[] = [
  ...PLAIN.map((field) => ({ field, language: null })),
  ...SPOKEN_LANGUAGES.flatMap((language) => FIELDS.map((field) => ({ field, language }))),
];

/** What stands at a place, as text; plain values as JSON. */
export function valueAt(draft: Draft, { field, language }: Place): string {
  if (!language) return JSON.stringify(draft[field as Plain]);
  return draft.texts.find((text) => text.language === language)?.[field as Field] ?? "";
}

/** A place that two people changed differently. */
export interface Clash extends Place { key: string; before: string; mine: string; theirs: string }
interface Merge { clashes: Clash[]; theirs: Place[]; values: Map<string, string> }

/** Holds two versions against what both began with: what one changed stands; where both did, `mine` stands until somebody chooses. */
export function merge(base: Draft, mine: Draft, theirs: Draft): Merge {
  const { taken, clashes } = mergeEdits(PLACES, valueAt, { base, mine, theirs });
  return {
    theirs: taken,
    clashes: clashes.map(({ place, ...values }) => ({ ...place, ...values, key: keyOf(place), before: valueAt(base, place) })),
    values: new Map(PLACES.map((place) => [keyOf(place), valueAt(taken.includes(place) ? theirs : mine, place)])),
  };
}

/** A draft with these values; a language of which nothing is left is left out. */
export function draftWith(values: Map<string, string>): Draft {
  const plain = Object.fromEntries(PLAIN.map((field) => [field, JSON.parse(values.get(field) ?? "null") as unknown]));
  const texts = SPOKEN_LANGUAGES.map((language) => ({ language, ...Object.fromEntries(FIELDS.map((field) => [field, values.get(`${language}.${field}`) ?? ""])) }) as PracticeText)
    .filter((text) => FIELDS.some((field) => text[field] !== ""));
  return { ...plain, texts } as Draft;
}
