import { holdsFields, isCode, isQuestion, type Definition, type Field, type FormPart, type Problem } from "./definition";
import { parse, type Expression } from "./parse";

export interface Line {
  field: Field;
  /** Place of the group or repeat that it lies in; -1 at the top. */
  parent: number;
  /** Place of the repeat that its rows belong to; -1 for none, and for the repeat itself. */
  repeat: number;
  children: number[];
  required?: Expression;
  relevant?: Expression;
  constraint?: Expression;
  calculation?: Expression;
}

/** A definition made ready to be evaluated. */
export interface Form {
  definition: Definition;
  /** In the order of the form; parents before what they hold. */
  lines: readonly Line[];
  /** Places at the top. */
  top: readonly number[];
  /** Each after all that it depends on. */
  order: readonly number[];
  /** -1 when there is none. */
  find(code: string): number;
}

/** Builds a form line by line, noting what is wrong as it goes. */
class FormMaker {
  readonly problems: Problem[] = [];
  readonly lines: Line[] = [];
  readonly top: number[] = [];
  private readonly byCode = new Map<string, number>();

  constructor(private readonly definition: Definition) {}

  make(): Form | undefined {
    this.addLines(this.definition.fields, -1, -1);
    for (const line of this.lines) this.readExpressions(line);
    for (const line of this.lines) this.checkReferences(line);
    const order = this.problems.length === 0 ? this.inOrder() : undefined;
    if (!order) return undefined;
    return { definition: this.definition, lines: this.lines, top: this.top, order, find: this.find };
  }

  private readonly find = (code: string) => this.byCode.get(code) ?? -1;

  private refuse(field: Field, part: FormPart, key: string, params: Record<string, string> = {}) {
    this.problems.push({ field: field.code, part, key, params });
  }

  private addLines(fields: readonly Field[], parent: number, repeat: number) {
    for (const field of fields) {
      const place = this.lines.push({ field, parent, repeat: field.kind === "repeat" ? -1 : repeat, children: [] }) - 1;
      (parent < 0 ? this.top : this.lines[parent]?.children)?.push(place);
      if (!isCode(field.code)) this.refuse(field, "code", "form.bad_code");
      else if (this.byCode.has(field.code)) this.refuse(field, "code", "form.code_twice");
      else this.byCode.set(field.code, place);
      if (field.kind === "repeat" && repeat >= 0) this.refuse(field, "kind", "form.repeat_in_repeat");
      if (holdsFields(field)) this.addLines(field.fields ?? [], place, field.kind === "repeat" ? place : repeat);
      else if (field.fields?.length) this.refuse(field, "fields", "form.holds_no_fields");
    }
  }

  private read(field: Field, part: "relevant" | "required" | "constraint" | "calculation"): Expression | undefined {
    const text = field[part];
    if (!text) return undefined;
    const { expression, error } = parse(text);
    if (error) {
      this.refuse(field, part, error.key, error.params);
    } else if (expression.selfPosition > 0 && part !== "constraint") {
      this.refuse(field, part, "form.expression.no_self", { position: String(expression.selfPosition) });
    } else {
      return expression;
    }
    return undefined;
  }

  private readExpressions(line: Line) {
    const { field } = line;
    line.relevant = this.read(field, "relevant");
    line.required = this.read(field, "required");
    line.constraint = this.read(field, "constraint");
    line.calculation = this.read(field, "calculation");
    if (field.kind === "calculate" && !field.calculation) this.refuse(field, "calculation", "form.calculation_missing");
    if (field.kind !== "calculate" && field.calculation !== undefined) this.refuse(field, "calculation", "form.not_calculated");
    if (isQuestion(field)) return;
    if (field.required !== undefined) this.refuse(field, "required", "form.not_a_question");
    if (field.constraint !== undefined) this.refuse(field, "constraint", "form.not_a_question");
  }

  private checkReferences(line: Line) {
    for (const part of ["relevant", "required", "constraint", "calculation"] as const) {
      for (const { code, position, overRows, counted } of line[part]?.references ?? []) {
        const params = { position: String(position), name: code };
        const named = this.lines[this.find(code)];
        if (!named) this.refuse(line.field, part, "form.expression.unknown_field", params);
        else if (named.field.kind === "group" || named.field.kind === "note") this.refuse(line.field, part, "form.expression.no_value", params);
        else if (named.field.kind === "repeat" && !counted) this.refuse(line.field, part, "form.expression.rows_only_counted", params);
        else if (named.repeat >= 0 && named.repeat !== line.repeat && !overRows) this.refuse(line.field, part, "form.expression.of_many_rows", params);
      }
    }
  }

  /** What must be known before this line can be: what holds it, and what decides on it or makes its value. */
  private needsOf(line: Line): number[] {
    const named = [line.relevant, line.calculation].flatMap((expression) => expression?.references.map(({ code }) => this.find(code)) ?? []);
    return [...new Set(line.parent >= 0 ? [line.parent, ...named] : named)].sort((a, b) => a - b);
  }

  private inOrder(): number[] | undefined {
    const needs = this.lines.map((line) => this.needsOf(line));
    const neededBy: number[][] = this.lines.map(() => []);
    needs.forEach((list, place) => list.forEach((need) => neededBy[need]?.push(place)));
    const open = needs.map((list) => list.length);
    const order = open.flatMap((count, place) => (count === 0 ? [place] : []));
    for (let next = 0; next < order.length; ++next) {
      for (const place of neededBy[order[next] ?? -1] ?? []) {
        open[place] = (open[place] ?? 0) - 1;
        if (open[place] === 0) order.push(place);
      }
    }
    if (order.length === this.lines.length) return order;
    this.nameCycle(needs, open);
    return undefined;
  }

  /** Says one way round, from a field that waits for itself. */
  private nameCycle(needs: readonly number[][], open: readonly number[]) {
    const path: number[] = [];
    let at = open.findIndex((count) => count > 0);
    while (!path.includes(at)) {
      path.push(at);
      at = needs[at]?.find((need) => (open[need] ?? 0) > 0) ?? at;
    }
    const cycle = path.slice(path.indexOf(at));
    const first = this.lines[cycle[0] ?? -1];
    if (!first) return;
    const name = cycle.slice(0, 10).map((place) => this.lines[place]?.field.code).join(", ");
    this.refuse(first.field, first.calculation ? "calculation" : "relevant", "form.cycle", { name });
  }
}

const made = new WeakMap<Definition, { form: Form | undefined; problems: Problem[] }>();

/** Reads a definition's codes, expressions and their order; without a form where that cannot be evaluated, with the reasons. */
export function makeForm(definition: Definition): { form: Form | undefined; problems: readonly Problem[] } {
  let result = made.get(definition);
  if (!result) {
    const maker = new FormMaker(definition);
    result = { form: maker.make(), problems: maker.problems };
    made.set(definition, result);
  }
  return result;
}
