import { useTranslation } from "react-i18next";

/** Of a text that exists in English and Russian, the one for this reader: Russian for those who read Russian, else English. */
export function useTwo(): (english: string, russian: string) => string {
  const { i18n } = useTranslation();
  return (english, russian) => (i18n.language.startsWith("ru") && russian ? russian : english || russian);
}

/** The language in which this reader gets papers and files: they are made in English and Russian. */
export function usePaperLanguage(): "en" | "ru" {
  return useTranslation().i18n.language.startsWith("ru") ? "ru" : "en";
}
