import type { Schemas } from "../../api/node";
import { parsePartialDate } from "../../i18n/dates";
import { LONGEST_LONG_TEXT, LONGEST_TEXT, USUAL_ROWS, type Field } from "./definition";
import type { Form } from "./form";
import { isWholeDate } from "./value";

export type Answer = string | number | boolean | string[];
export type Row = Record<string, Answer>;
/** As they are sent: by code, groups left out; of a repeat a list of rows. */
export type Answers = Record<string, Answer | Row[]>;
export type AnswerError = Schemas["FormAnswerError"];

/** What was read: the values outside repeats, and the rows of each repeat. */
export interface ReadAnswers { values: Row; rows: Record<string, Row[]> }

const LARGEST = 1e15;

const isNothing = (given: unknown) => given === null || given === undefined || given === "" || (Array.isArray(given) && given.length === 0);
const isRow = (given: unknown): given is Record<string, unknown> => typeof given === "object" && given !== null && !Array.isArray(given);
const hasChoice = (field: Field, code: string) => (field.choices ?? []).some((choice) => choice.code === code);

const REFUSED = {
  date: "form.not_date", partial_date: "form.not_partial_date", yes_no: "form.not_yes_no", choice: "form.unknown_choice",
} as const;

/** Reads answers as the server does; what is not of its field's kind is left out, and named in `errors`. */
class Reading {
  readonly errors: AnswerError[] = [];
  readonly rows: Record<string, Row[]> = {};

  constructor(private readonly form: Form) {}

  read(given: Record<string, unknown>, repeat: number, path: string): Row {
    const values: Row = {};
    for (const [name, value] of Object.entries(given)) {
      const at = path + name;
      const place = this.form.find(name);
      const line = this.form.lines[place];
      if (!line || line.repeat !== repeat || line.field.kind === "group" || line.field.kind === "note") this.refuse(at, "form.unknown_field");
      else if (line.field.kind === "repeat") this.readRows(line.field, place, value, at);
      else if (line.field.kind !== "calculate" && !isNothing(value)) {
        // What is calculated is worked out anew, whatever was sent.
        const answer = this.readOne(line.field, value, at);
        if (answer !== undefined) values[name] = answer;
      }
    }
    return values;
  }

  private refuse(at: string, key: AnswerError["key"], params?: Record<string, string>): undefined {
    this.errors.push(params ? { at, key, params } : { at, key });
    return undefined;
  }

  private readRows(field: Field, place: number, given: unknown, at: string) {
    if (isNothing(given)) return;
    if (!Array.isArray(given)) return void this.refuse(at, "form.not_rows");
    const most = field.most ?? USUAL_ROWS;
    if (given.length > most) this.refuse(at, "form.too_many_rows", { most: String(most) });
    this.rows[field.code] = given.slice(0, most).map((each: unknown, i) => {
      if (isRow(each)) return this.read(each, place, `${at}/${i}/`);
      this.refuse(`${at}/${i}`, "form.not_rows");
      return {};
    });
  }

  private readOne(field: Field, given: unknown, at: string): Answer | undefined {
    switch (field.kind) {
      case "integer": return this.number(given, at, "form.not_integer", true);
      case "decimal": return this.number(given, at, "form.not_decimal", false);
      case "choices": return this.codes(field, given, at);
      case "date": case "partial_date": case "yes_no": case "choice": {
        const fits = { date: isWholeDate, partial_date: (text: string) => parsePartialDate(text) !== null,
          yes_no: (text: string) => text === "yes" || text === "no", choice: (text: string) => hasChoice(field, text) }[field.kind];
        return typeof given === "string" && fits(given) ? given : this.refuse(at, REFUSED[field.kind]);
      }
      default: {
        if (typeof given !== "string") return this.refuse(at, "form.not_text");
        const most = field.kind === "long_text" ? LONGEST_LONG_TEXT : LONGEST_TEXT;
        return [...given].length > most ? this.refuse(at, "form.text_long", { most: String(most) }) : given;
      }
    }
  }

  private number(given: unknown, at: string, key: AnswerError["key"], whole: boolean): number | undefined {
    const good = typeof given === "number" && Number.isFinite(given)
      && (whole ? Number.isInteger(given) && Math.abs(given) < 2 ** 53 : Math.abs(given) < LARGEST);
    return good ? given : this.refuse(at, key);
  }

  private codes(field: Field, given: unknown, at: string): string[] | undefined {
    if (!Array.isArray(given) || !given.every((each): each is string => typeof each === "string")) return this.refuse(at, "form.not_choices");
    return given.every((code) => hasChoice(field, code)) ? [...new Set(given)] : this.refuse(at, "form.unknown_choice");
  }
}

export function readAnswers(form: Form, given: Record<string, unknown>): ReadAnswers & { errors: AnswerError[] } {
  const reading = new Reading(form);
  const values = reading.read(given, -1, "");
  return { values, rows: reading.rows, errors: reading.errors };
}
