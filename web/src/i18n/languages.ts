/** The interface languages, each named in itself. A new one is a line here and a folder of catalogues. */
export const LANGUAGES = [
  { code: "en", name: "English" },
  { code: "ru", name: "Русский" },
] as const;

export type Language = (typeof LANGUAGES)[number]["code"];

/** Languages in which the region speaks and writes; the names are `common.language_name.<code>`. */
export const SPOKEN_LANGUAGES = ["en", "ru", "uz", "kk", "ky", "tg", "tk"] as const;
export type SpokenLanguage = (typeof SPOKEN_LANGUAGES)[number];

const REMEMBERED = "homeward.language";

export function isLanguage(code: string | null | undefined): code is Language {
  return LANGUAGES.some((language) => language.code === code);
}

/** What this device chose before; null when nobody chose. */
export function rememberedLanguage(): Language | null {
  const code = localStorage.getItem(REMEMBERED);
  return isLanguage(code) ? code : null;
}

export function rememberLanguage(code: Language): void {
  localStorage.setItem(REMEMBERED, code);
}

/** The device's choice, else the first of the browser's languages that we have, else English. */
export function firstLanguage(wanted: readonly string[] = navigator.languages): Language {
  const remembered = rememberedLanguage();
  if (remembered) return remembered;
  return wanted.map((tag) => tag.slice(0, 2).toLowerCase()).find(isLanguage) ?? "en";
}
