import type { Schemas } from "../../api/node";

export type Definition = Schemas["FormDefinition"];
export type Field = Schemas["FormField"];
export type Kind = Schemas["FormKind"];
export type Choice = Schemas["FormChoice"];
export type Texts = Schemas["FormTexts"];
export type Scale = Schemas["FormScale"];
export type Change = Schemas["FormChange"];
export type Problem = Schemas["FormProblem"];
export type FormPart = Schemas["FormPart"];

export const MOST_ROWS = 50;
export const USUAL_ROWS = 20;
export const LONGEST_TEXT = 200;
export const LONGEST_LONG_TEXT = 4_000;

export const holdsFields = ({ kind }: Field): boolean => kind === "group" || kind === "repeat";
/** Neither a text to read, nor something worked out, nor what holds other fields. */
export const isQuestion = (field: Field): boolean => field.kind !== "note" && field.kind !== "calculate" && !holdsFields(field);
export const chooses = ({ kind }: Field): boolean => kind === "choice" || kind === "choices";
export const isCode = (text: string): boolean => /^[a-z][a-z0-9_]{0,49}$/.test(text);

/** A text in a language; where it is missing in Russian, then in English, then in whatever there is. */
export function say(texts: Texts | undefined, language: string): string {
  if (!texts) return "";
  return texts[language] || texts.ru || texts.en || Object.values(texts).find((text) => text !== "") || "";
}

/** All fields, groups and repeats before what they hold. */
export function everyField(fields: readonly Field[]): Field[] {
  return fields.flatMap((field) => [field, ...everyField(field.fields ?? [])]);
}

/** The same without one of its members. */
export function without<Values extends object, Name extends keyof Values>(values: Values, name: Name): Omit<Values, Name> {
  return Object.fromEntries(Object.entries(values).filter(([key]) => key !== name)) as Omit<Values, Name>;
}
