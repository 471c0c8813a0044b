import type { TFunction } from "i18next";
import type { Definition, Texts } from "../engine/definition";
import type { Screen } from "./paths";

/** The name of a screen: its group's; of questions in no group, the form's own where it has no other screen. */
export function screenTitle(t: TFunction, definition: Definition, words: (texts: Texts | undefined) => string, { label, loose = 1, fields }: Screen): string {
  if (label) return words(label);
  if (fields.length === definition.fields.length) return words(definition.title);
  return loose === 1 ? t("forms.fill.loose") : t("forms.fill.loose_number", { number: loose });
}
