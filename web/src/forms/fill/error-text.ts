import type { TFunction } from "i18next";
import type { AnswerError } from "../engine/answers";
import { everyField, say, type Definition } from "../engine/definition";

const fieldOf = (definition: Definition, at: string) => everyField(definition.fields).find(({ code }) => code === at.split("/").pop());

/** Why an answer cannot stand: the form's own words where it has some. */
export function errorText(t: TFunction, definition: Definition, language: string, { at, key, params }: AnswerError): string {
  const own = key === "form.constraint" ? say(fieldOf(definition, at)?.constraint_message, language) : "";
  return own || t(`errors.${key}`, params ?? {});
}

/** Which question it is about, with the number of its row. */
export function placeText(t: TFunction, definition: Definition, language: string, at: string): string {
  const question = say(fieldOf(definition, at)?.label, language);
  const row = at.split("/")[1];
  return row === undefined ? question : t("forms.fill.in_row", { question, number: Number(row) + 1 });
}
