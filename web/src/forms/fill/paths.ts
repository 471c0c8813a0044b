import type { Answer, Answers, Row } from "../engine/answers";
import { everyField, without, type Definition, type Field, type Texts } from "../engine/definition";

// Where an answer stands: the field's code, in a repeat `children/0/child_age`.

export type Given = Answers[string] | undefined;

export function answerAt(answers: Answers, at: string): Given {
  const [code = "", row, inner = ""] = at.split("/");
  if (row === undefined) return answers[code];
  return (answers[code] as Row[] | undefined)?.[Number(row)]?.[inner];
}

function withKey<Value>(object: Record<string, Value>, key: string, value: Value | undefined): Record<string, Value> {
  return value === undefined ? without(object, key) : { ...object, [key]: value };
}

/** The answers with another one at a place; `undefined` takes it away. */
export function withAnswer(answers: Answers, at: string, value: Given): Answers {
  const [code = "", row, inner = ""] = at.split("/");
  if (row === undefined) return withKey(answers, code, value);
  const rows = rowsOf(answers, code).map((each, i) => (i === Number(row) ? withKey(each, inner, value as Answer | undefined) : each));
  return { ...answers, [code]: rows };
}

export const rowsOf = (answers: Answers, code: string): Row[] => (answers[code] as Row[] | undefined) ?? [];

/** What was answered, without what the form works out from it. */
export function givenOnly(definition: Definition, answers: Answers): Answers {
  const worked = new Set(everyField(definition.fields).filter(({ kind }) => kind === "calculate").map(({ code }) => code));
  const clean = <T,>(object: Record<string, T>) => Object.fromEntries(Object.entries(object).filter(([code]) => !worked.has(code)));
  const isRows = (value: unknown): value is Row[] => Array.isArray(value) && typeof value[0] === "object";
  return Object.fromEntries(Object.entries(clean(answers)).map(([code, value]) => [code, isRows(value) ? value.map((row) => clean(row)) : value])) as Answers;
}

/** One screen of a form: a group, a repeat, or questions that stand in none. */
export interface Screen {
  code: string;
  /** Absent for questions in no group. */
  label?: Texts;
  /** Of those the how manieth it is. */
  loose?: number;
  /** The group or repeat itself, where it is one: whether it is asked at all depends on it. */
  holder?: Field;
  fields: readonly Field[];
}

export function screensOf({ fields }: Definition): Screen[] {
  const screens: Screen[] = [];
  let loose: Field[] | null = null;
  for (const field of fields) {
    if (field.kind === "group") {
      loose = null;
      screens.push({ code: field.code, label: field.label, holder: field, fields: field.fields ?? [] });
    } else if (field.kind === "repeat") {
      loose = null;
      screens.push({ code: field.code, label: field.label, holder: field, fields: [field] });
    } else if (loose) {
      loose.push(field);
    } else {
      loose = [field];
      screens.push({ code: field.code, loose: screens.filter((screen) => !screen.label).length + 1, fields: loose });
    }
  }
  return screens;
}

/** The place of every question that is asked in these fields, row by row. */
export function questionsIn(fields: readonly Field[], answers: Answers, hidden: ReadonlySet<string>, path = ""): string[] {
  return fields.flatMap((field) => {
    const at = path + field.code;
    if (hidden.has(at) || field.kind === "note" || field.kind === "calculate") return [];
    if (field.kind === "group") return questionsIn(field.fields ?? [], answers, hidden, path);
    if (field.kind !== "repeat") return [at];
    return rowsOf(answers, field.code).flatMap((_row, i) => questionsIn(field.fields ?? [], answers, hidden, `${at}/${i}/`));
  });
}

/** Whether anything of a screen is shown. */
export function isShown({ holder, fields }: Screen, hidden: ReadonlySet<string>): boolean {
  return !(holder && hidden.has(holder.code)) && fields.some(({ code, kind, label }) => !hidden.has(code) && (kind !== "calculate" || hasText(label)));
}

export const hasText = (texts: Texts | undefined): boolean => Object.values(texts ?? {}).some((text) => text.trim() !== "");

/** Languages in which a form speaks, in the region's order, where all its labels exist in them; those with only some come after. */
export function languagesOf(definition: Definition, known: readonly string[]): string[] {
  const spoken = [definition.title, ...everyField(definition.fields).map(({ label }) => label)];
  return known.filter((language) => spoken.some((texts) => (texts[language] ?? "").trim() !== ""));
}
