import type { Language } from "./languages";

export type Words = { [key: string]: string | string[] | Words };
/** Catalogue files by path `…/i18n/<language>/<area>.json`, as `import.meta.glob` gives them. */
export type CatalogueFiles = Record<string, () => Promise<unknown>>;

const PLACE = /\/([a-z]{2})\/([a-z]+)\.json$/;

const isBranch = (value: Words[string] | undefined): value is Words => typeof value === "object" && !Array.isArray(value);

/** Adds `more` into `into`, branch by branch. */
function merge(into: Words, more: Words): void {
  for (const [name, value] of Object.entries(more)) {
    const before = into[name];
    if (isBranch(value) && isBranch(before)) merge(before, value);
    else into[name] = value;
  }
}

/**
 * One tree of words out of the files of the areas.
 *
 * An area's words stand under its name; its branch `errors` joins the one tree `errors`, since a problem's key
 * does not say which area's catalogue has its sentence.
 */
export function joinCatalogues(files: Iterable<readonly [area: string, words: Words]>): Words {
  const all: Words = { errors: {} };
  for (const [area, words] of files) {
    const { errors, ...rest } = structuredClone(words);
    all[area] = rest;
    if (isBranch(errors)) merge(all.errors as Words, errors);
  }
  return all;
}

/** Loads all words of a language. Throws when a file cannot be had: without words there is no page. */
export async function loadWords(files: CatalogueFiles, language: Language): Promise<Words> {
  const wanted = Object.entries(files).flatMap(([path, load]) => {
    const place = PLACE.exec(path);
    return place?.[1] === language && place[2] ? [{ area: place[2], load }] : [];
  });
  const loaded = await Promise.all(
    wanted.map(async ({ area, load }) => [area, (await load()) as Words] as const));
  return joinCatalogues(loaded);
}
