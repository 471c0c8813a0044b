import type { PracticeText } from "./queries";

export const FIELDS = [
  "title", "context", "problem", "action", "groups", "results", "cost", "gender", "age", "rights", "failed", "conditions", "contact",
] as const satisfies readonly (keyof PracticeText)[];
export type Field = (typeof FIELDS)[number];
export const BODY_FIELDS = FIELDS.slice(1);

export const EVIDENCE = ["none_yet", "judgement", "monitoring", "evaluation", "compared_evaluation"] as const;
export const CRITERIA = ["humane", "family_unity", "best_interests", "women", "rights"] as const;
export const VERDICTS = ["met", "partly", "not_met", "not_applicable"] as const;
export const OUTCOMES = ["worked", "partly", "did_not", "too_early"] as const;

/** The text in this language; else in English, Russian, any. */
export function nearest<T extends { language: string }>(texts: readonly T[], language: string): T | undefined {
  return [language, "en", "ru"].map((wanted) => texts.find((text) => text.language === wanted)).find(Boolean) ?? texts[0];
}

/** The title that this reader understands best. */
export function titleIn(titles: Record<string, string>, language: string): string {
  return titles[language] ?? titles.en ?? titles.ru ?? Object.values(titles)[0] ?? "";
}

/** What keeps a draft from being submitted: the empty fields of the English or Russian text that is nearest to whole; null when one is. */
export function missing(texts: readonly PracticeText[]): { language: string; fields: Field[] } | null {
  const gaps = texts.filter(({ language }) => language === "en" || language === "ru")
    .map((text) => ({ language: text.language as string, fields: FIELDS.filter((field) => !text[field].trim()) }))
    .sort((a, b) => a.fields.length - b.fields.length);
  const first = gaps[0] ?? { language: "en", fields: [...FIELDS] };
  return first.fields.length === 0 ? null : first;
}
