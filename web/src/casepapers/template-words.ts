import { useTranslation } from "react-i18next";
import type { LetterTemplate } from "./casepapers-data";

const NOTHING = { title: "", hint: "", choices: {} as Record<string, string> };

/** What a template calls itself in the language of the page, in English where it has none. */
export function useTemplateWords() {
  const { i18n } = useTranslation();
  return (template: LetterTemplate) => template.texts[i18n.language] ?? template.texts.en ?? NOTHING;
}
