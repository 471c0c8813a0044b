import i18next, { type i18n } from "i18next";
import { initReactI18next } from "react-i18next";
import { loadWords, type CatalogueFiles } from "./catalogues";
import { nameCalendar } from "./calendar";
import { firstLanguage, rememberLanguage, type Language } from "./languages";

let catalogueFiles: CatalogueFiles = {};

async function addLanguage(language: Language): Promise<void> {
  if (i18next.hasResourceBundle(language, "translation")) return;
  const words = await loadWords(catalogueFiles, language);
  i18next.addResourceBundle(language, "translation", words);
}

function show(language: Language): void {
  document.documentElement.lang = language;
  nameCalendar(i18next, language);
}

/** Prepares the words of the first language. Call once, before anything is drawn. */
export async function startI18n(files: CatalogueFiles): Promise<i18n> {
  catalogueFiles = files;
  const language = firstLanguage();
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    load: "languageOnly",
    nonExplicitSupportedLngs: true,
    resources: { [language]: { translation: await loadWords(files, language) } },
    interpolation: { escapeValue: false },  // React escapes
    returnNull: false,
  });
  show(language);
  return i18next;
}

/** Changes the language of the page and, unless told otherwise, remembers it on this device. */
export async function changeLanguage(language: Language, { remember = true } = {}): Promise<void> {
  await addLanguage(language);
  if (remember) rememberLanguage(language);
  await i18next.changeLanguage(language);
  show(language);
}
