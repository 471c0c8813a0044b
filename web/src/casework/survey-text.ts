/** A text in the reader's language; else in English, which every survey has. */
export function inLanguage(texts: Record<string, string>, language: string): string {
  return texts[language] ?? texts.en ?? "";
}
