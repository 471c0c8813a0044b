import { parsePartialDate } from "../../i18n/dates";
import type { Expression, Operator, Part } from "./parse";
import { isEmpty, isWholeDate, numberOf, textOf, truthOf, type Value } from "./value";

/** What an expression can ask about, where it stands. */
export interface Surroundings {
  /** Of a field; inside a repeat this row's. Empty where it is not answered or not relevant. */
  value(code: string): Value;
  /** Over all rows, from outside the repeat; of a field that is in none, its one value; of a repeat, one for each row. */
  all(code: string): Value[];
  /** `.` */
  self: Value;
  /** `2024-05-14` */
  today: string;
}

type Call = Extract<Part, { op: "call" }>;

const finite = (number: number) => (Number.isFinite(number) ? number : NaN);
const wordsOf = (text: string) => text.split(" ").filter((word) => word !== "");

function areEqual(left: Value, right: Value): boolean {
  if (typeof left === "boolean" || typeof right === "boolean") return truthOf(left) === truthOf(right);
  if (typeof left === "number" || typeof right === "number") return numberOf(left) === numberOf(right);
  return left === right;
}

/** Whole years; of a year alone as if born on 1 July, of a month on its first day. Never below 0. */
function age(born: string, on: string): number {
  const birth = parsePartialDate(born);
  if (!birth || !isWholeDate(on)) return NaN;
  const [year = 0, month = 0, day = 0] = on.split("-").map(Number);
  const [bornMonth, bornDay] = [birth.month ?? 7, birth.day ?? 1];
  const before = month < bornMonth || (month === bornMonth && day < bornDay);
  return Math.max(0, year - birth.year - (before ? 1 : 0));
}

function rounded(number: number, places: number): number {
  const scale = 10 ** places;
  return finite(Math.floor(number * scale + 0.5) / scale);
}

class Evaluation {
  constructor(private readonly around: Surroundings) {}

  of(part: Part): Value {
    switch (part.op) {
      case "literal": return part.value;
      case "field": return this.around.value(part.code);
      case "self": return this.around.self;
      case "negative": return -numberOf(this.of(part.part));
      case "binary": return this.joined(part.sign, part.left, part.right);
      case "call": return this.called(part);
    }
  }

  private joined(sign: Operator, left: Part, right: Part): Value {
    if (sign === "or") return truthOf(this.of(left)) || truthOf(this.of(right));
    if (sign === "and") return truthOf(this.of(left)) && truthOf(this.of(right));
    const [one, other] = [this.of(left), this.of(right)];
    if (sign === "=") return areEqual(one, other);
    if (sign === "!=") return !areEqual(one, other);
    const [a, b] = [numberOf(one), numberOf(other)];
    switch (sign) {
      case "<": return a < b;
      case "<=": return a <= b;
      case ">": return a > b;
      case ">=": return a >= b;
      case "+": return finite(a + b);
      case "-": return finite(a - b);
      case "*": return finite(a * b);
      case "div": return finite(a / b);
      case "mod": return finite(a % b);
    }
  }

  private called(part: Call): Value {
    const at = (i: number): Value => (part.parts[i] ? this.of(part.parts[i]) : "");
    const text = (i: number) => textOf(at(i));
    const number = (i: number) => numberOf(at(i));
    switch (part.name) {
      case "true": return true;
      case "false": return false;
      case "not": return !truthOf(at(0));
      case "if": return at(truthOf(at(0)) ? 1 : 2);
      case "coalesce": return this.firstGiven(part.parts);
      case "selected": return wordsOf(text(0)).includes(text(1));
      case "count-selected": return wordsOf(text(0)).length;
      case "count": return this.given(part.parts).length;
      case "sum": return finite(this.numbers(part.parts).reduce((sum, each) => sum + each, 0));
      case "min": return this.best(part.parts, (a, b) => a < b);
      case "max": return this.best(part.parts, (a, b) => a > b);
      case "string-length": return [...text(0)].length;
      case "regex": return part.pattern?.matches(text(0)) ?? false;
      case "round": return rounded(number(0), part.places);
      case "int": return Math.trunc(number(0));
      case "number": return number(0);
      case "concat": return part.parts.map((each) => textOf(this.of(each))).join("");
      case "today": return this.around.today;
      case "age-in-years": return age(text(0), part.parts.length > 1 ? text(1) : this.around.today);
    }
  }

  private firstGiven(parts: readonly Part[]): Value {
    for (const part of parts) {
      const value = this.of(part);
      if (!isEmpty(value)) return value;
    }
    return "";
  }
  /** The values that are there, of all arguments; a field that stands for itself gives those of all rows. */
  private given(parts: readonly Part[]): Value[] {
    return parts.flatMap((part) => (part.op === "field" ? this.around.all(part.code) : [this.of(part)])).filter((value) => !isEmpty(value));
  }
  private numbers(parts: readonly Part[]): number[] {
    return this.given(parts).map(numberOf).filter((number) => !Number.isNaN(number));
  }
  private best(parts: readonly Part[], better: (a: number, b: number) => boolean): number {
    return this.numbers(parts).reduce((best, each) => (Number.isNaN(best) || better(each, best) ? each : best), NaN);
  }
}

export function evaluateExpression(expression: Expression, around: Surroundings): Value {
  return new Evaluation(around).of(expression.tree);
}
