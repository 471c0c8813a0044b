import type { Schemas } from "../../api/node";
import { readAnswers, type Answer, type AnswerError, type Answers, type ReadAnswers, type Row } from "./answers";
import { holdsFields, isQuestion, type Definition } from "./definition";
import { evaluateExpression, type Surroundings } from "./expression";
import { makeForm, type Form, type Line } from "./form";
import { scoresOf } from "./score";
import { isEmpty, truthOf, type Value } from "./value";

/** What a form makes of answers: the same that the server gives. */
export type Evaluation = Omit<Schemas["FormEvaluation"], "answers"> & { answers: Answers };

/** One field in one row. */
interface Slot { relevant: boolean; value: Value }
const NOWHERE: Slot = { relevant: false, value: "" };

const plain = (answer: Answer): Value => (Array.isArray(answer) ? answer.join(" ") : answer);

class Run {
  private readonly slots: Slot[][];
  private readonly kept: ReadAnswers = { values: {}, rows: {} };
  private readonly hidden: string[] = [];
  private readonly errors: AnswerError[] = [];
  private asked = 0;
  private answered = 0;

  constructor(private readonly form: Form, private readonly given: ReadAnswers, private readonly today: string) {
    this.slots = form.lines.map(() => []);
  }

  run(errors: AnswerError[]): Evaluation {
    for (const place of this.form.order) this.workOut(place);
    // A form is read from top to bottom: errors come in its order, row by row.
    this.report(this.form.top, 0, "");
    const { values, rows } = this.kept;
    return {
      answers: { ...values, ...rows }, hidden: this.hidden, errors: [...errors, ...this.errors],
      scores: scoresOf(this.form, this.kept), asked: this.asked, answered: this.answered,
    };
  }

  private slot(place: number, row: number): Slot {
    return this.slots[place]?.[(this.form.lines[place]?.repeat ?? -1) < 0 ? 0 : row] ?? NOWHERE;
  }

  private around(repeat: number, row: number, self: Value = ""): Surroundings {
    const value = (code: string) => this.slot(this.form.find(code), row).value;
    return {
      value, self, today: this.today,
      all: (code) => {
        const place = this.form.find(code);
        const line = this.form.lines[place];
        if (line?.field.kind === "repeat") return Array.from({ length: this.rowsOf(place) }, () => true);
        if (!line || line.repeat < 0 || line.repeat === repeat) return [value(code)];
        return (this.slots[place] ?? []).map((slot) => slot.value);
      },
    };
  }

  /** Rows of a repeat; none where it is not relevant. */
  private rowsOf(repeat: number): number {
    const code = this.form.lines[repeat]?.field.code ?? "";
    return this.slots[repeat]?.[0]?.relevant ? this.given.rows[code]?.length ?? 0 : 0;
  }

  private givenIn({ repeat }: Line, row: number): Row {
    const held = this.form.lines[repeat]?.field.code;
    return held === undefined ? this.given.values : this.given.rows[held]?.[row] ?? {};
  }

  private workOut(place: number) {
    const line = this.form.lines[place];
    if (!line) return;
    const rows = line.repeat < 0 ? 1 : this.rowsOf(line.repeat);
    this.slots[place] = Array.from({ length: rows }, (_, row) => this.workOutOne(line, row));
  }

  private workOutOne(line: Line, row: number): Slot {
    const around = this.around(line.repeat, row);
    const relevant = (line.parent < 0 || this.slot(line.parent, row).relevant)
      && (!line.relevant || truthOf(evaluateExpression(line.relevant, around)));
    if (!relevant) return NOWHERE;
    if (line.calculation) return { relevant, value: evaluateExpression(line.calculation, around) };
    const answer = holdsFields(line.field) ? undefined : this.givenIn(line, row)[line.field.code];
    return { relevant, value: answer === undefined ? "" : plain(answer) };
  }

  private report(places: readonly number[], row: number, path: string) {
    for (const place of places) {
      const line = this.form.lines[place];
      if (!line) continue;
      const slot = this.slot(place, row);
      const at = path + line.field.code;
      if (!slot.relevant) this.hidden.push(at);
      else if (line.field.kind === "group") this.report(line.children, row, path);
      else if (line.field.kind === "repeat") this.reportRows(line, place, at);
      else this.reportValue(line, slot, row, at);
    }
  }

  private reportRows(line: Line, place: number, at: string) {
    const rows = this.rowsOf(place);
    if (rows > 0) this.kept.rows[line.field.code] = Array.from({ length: rows }, () => ({}));
    for (let row = 0; row < rows; ++row) this.report(line.children, row, `${at}/${row}/`);
  }

  private reportValue(line: Line, slot: Slot, row: number, at: string) {
    const there = !isEmpty(slot.value);
    if (isQuestion(line.field)) {
      ++this.asked;
      if (there) ++this.answered;
      const holds = (expression: Line["required"]) => expression && truthOf(evaluateExpression(expression, this.around(line.repeat, row, slot.value)));
      if (!there && holds(line.required)) this.errors.push({ at, key: "form.required" });
      if (there && line.constraint && !holds(line.constraint)) this.errors.push({ at, key: "form.constraint" });
    }
    if (there) this.keep(line, slot, row);
  }

  private keep(line: Line, slot: Slot, row: number) {
    const held = this.form.lines[line.repeat]?.field.code;
    const into = held === undefined ? this.kept.values : this.kept.rows[held]?.[row];
    if (!into) return;
    const answer = line.calculation ? slot.value : this.givenIn(line, row)[line.field.code];
    if (answer !== undefined) into[line.field.code] = answer;
  }
}

/**
 * What a definition makes of answers: which fields are relevant, what is calculated, what is wrong, the scores.
 *
 * today     what `today()` gives, `2024-05-14`
 * returns   undefined where the definition cannot be evaluated; `makeForm` tells why
 */
export function evaluate(definition: Definition, answers: Record<string, unknown>, today: string): Evaluation | undefined {
  const { form } = makeForm(definition);
  if (!form) return undefined;
  const read = readAnswers(form, answers);
  return new Run(form, read, today).run(read.errors);
}
