import type { Schemas } from "../api/council";
import { mergeEdits, type Collision } from "../api/merge";
import { SPOKEN_LANGUAGES } from "../i18n/languages";
import type { Decision, Language } from "./queries";

export type DraftInput = Schemas["DecisionDraftInput"];

/** A decision while it is written. */
export interface Draft {
  title: string;
  languages: Language[];
  texts: Record<string, string>;
  session_id: string | null;
  commitment_id: string;
  open_to_all: boolean;
  supersedes: string | null;
}

export const draftOf = (decision: Decision | undefined): Draft => ({
  title: decision?.title ?? "",
  languages: (decision?.languages ?? ["en", "ru"]) as Language[],
  texts: Object.fromEntries(SPOKEN_LANGUAGES.map((language) => [language, decision?.texts[language] ?? ""])),
  session_id: decision?.session_id ?? null,
  commitment_id: decision?.commitment_id ?? "",
  open_to_all: decision?.open_to_all ?? false,
  supersedes: decision?.supersedes[0]?.id ?? null,
});

/** What the server takes: texts of the agreed languages alone. The agenda item goes with its session. */
export const inputOf = ({ texts, languages, session_id, supersedes, ...rest }: Draft, before: Decision | undefined): DraftInput => ({
  ...rest, languages,
  texts: Object.fromEntries(languages.map((language) => [language, texts[language] ?? ""])),
  ...(session_id ? { session_id } : {}),
  ...(before?.agenda_item_id && before.session_id === session_id ? { agenda_item_id: before.agenda_item_id } : {}),
  supersedes: supersedes ? [supersedes] : [],
});

const PLAIN = ["title", "languages", "session_id", "commitment_id", "open_to_all", "supersedes"] as const;
/** A field of the form, as its path: `title`, `texts.ru`. */
export type Place = (typeof PLAIN)[number] | `texts.${Language}`;
const PLACES: Place[] = [...PLAIN, ...SPOKEN_LANGUAGES.map((language) => `texts.${language}` as const)];
export type Value = string | string[] | boolean | null;

const languageOf = (place: Place) => (place.startsWith("texts.") ? place.slice("texts.".length) : null);
export const valueAt = (draft: Draft, place: Place): Value => {
  const language = languageOf(place);
  return language ? (draft.texts[language] ?? "") : draft[place as (typeof PLAIN)[number]];
};
/** The order in which languages were ticked says nothing. */
export const same = (a: Value, b: Value) => JSON.stringify(Array.isArray(a) ? [...a].sort() : a) === JSON.stringify(Array.isArray(b) ? [...b].sort() : b);

export interface Rebased { draft: Draft; clashes: Collision<Place, Value>[]; taken: Place[] }

/** Puts what was typed on a colleague's newer version: what one changed stands; where both did, mine stands until the reader takes theirs. */
export function rebase(base: Draft, mine: Draft, theirs: Draft): Rebased {
  const { clashes, taken } = mergeEdits(PLACES, valueAt, { base, mine, theirs }, same);
  const draft = structuredClone(mine);
  for (const place of taken) {
    const language = languageOf(place);
    if (language) draft.texts[language] = valueAt(theirs, place) as string;
    else Object.assign(draft, { [place]: valueAt(theirs, place) });
  }
  return { draft, clashes, taken };
}
