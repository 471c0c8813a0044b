import type { TFunction } from "i18next";
import type { Step, useDocumentWords } from "./documents-data";

/** What to do at a step, in a sentence. */
export function nextWords(step: Step, t: TFunction, words: ReturnType<typeof useDocumentWords>): string {
  return t(`documents.next.${step.next}`, { waits_for: words.list(step.waits_for, "step"), body: step.turn ? words.body(step.turn) : "" });
}
