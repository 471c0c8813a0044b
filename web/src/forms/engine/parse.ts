// Reads expressions, a part of XLSForm's language, as docs/guide/forms.md writes it down; the server reads them the same way.
import { Pattern } from "./pattern";
import type { Value } from "./value";

const LONGEST = 2_000;
const MOST_PARTS = 500;
const DEEPEST = 32;
const ANY = 100;

/** What may be called, and with how many arguments. */
const FUNCTIONS = {
  true: [0, 0], false: [0, 0], not: [1, 1], if: [3, 3], coalesce: [1, ANY], selected: [2, 2], "count-selected": [1, 1], count: [1, 1], sum: [1, 1],
  min: [1, ANY], max: [1, ANY], "string-length": [1, 1], regex: [2, 2], round: [1, 2], int: [1, 1], number: [1, 1], concat: [1, ANY], today: [0, 0],
  "age-in-years": [1, 2],
} as const satisfies Record<string, readonly [number, number]>;
export type FunctionName = keyof typeof FUNCTIONS;
const isFunction = (name: string): name is FunctionName => Object.hasOwn(FUNCTIONS, name);
const takesRows = (name: FunctionName) => name === "count" || name === "sum" || name === "min" || name === "max";

/** How tightly an operator binds, from `or` upwards. */
const OPERATORS = [
  ["or", 1], ["and", 2], ["!=", 3], ["=", 3], ["<=", 4], [">=", 4], ["<", 4], [">", 4], ["+", 5], ["-", 5], ["*", 6], ["div", 6], ["mod", 6],
] as const;
export type Operator = (typeof OPERATORS)[number][0];

export type Part =
  | { op: "literal"; value: Value }
  | { op: "field"; code: string }
  | { op: "self" }
  | { op: "negative"; part: Part }
  | { op: "binary"; sign: Operator; left: Part; right: Part }
  | { op: "call"; name: FunctionName; parts: Part[]; pattern?: Pattern; places: number };

/** A field that an expression names. */
export interface Reference {
  code: string;
  /** In characters, from 1. */
  position: number;
  /** It stands directly in count, sum, min or max. */
  overRows: boolean;
  /** In count. */
  counted: boolean;
}

export interface Expression {
  tree: Part;
  references: readonly Reference[];
  /** Where `.` stands first, in characters from 1; 0 where it does not. */
  selfPosition: number;
}

/** Why a text is no expression. `key`: `form.expression.<reason>`; `position` in characters, from 1. */
export interface ExpressionError { key: string; params: Record<string, string> }
export type Parsed = { expression: Expression; error?: undefined } | { expression?: undefined; error: ExpressionError };

class Refused extends Error {
  constructor(readonly reason: ExpressionError) {
    super(reason.key);
  }
}

const isLower = (c: string | undefined): boolean => c !== undefined && c >= "a" && c <= "z";
const isDigit = (c: string | undefined): boolean => c !== undefined && c >= "0" && c <= "9";
const isOfName = (c: string | undefined): boolean => c !== undefined && /^[A-Za-z0-9_-]$/.test(c);
const shortened = (name: string) => ([...name].length > 60 ? `${[...name].slice(0, 59).join("")}…` : name);

class Parser {
  private at = 0;
  private parts = 0;
  readonly references: Reference[] = [];
  selfPosition = 0;

  constructor(private readonly text: readonly string[]) {}

  whole(): Part {
    this.space();
    if (this.at === this.text.length) this.refuse("empty", 0);
    const tree = this.operation(1, 0);
    return this.at < this.text.length ? this.unexpected() : tree;
  }

  private refuse(reason: string, at: number, params: Record<string, string> = {}): never {
    throw new Refused({ key: `form.expression.${reason}`, params: { position: String(at + 1), ...params } });
  }
  private unexpected(): never {
    return this.refuse(this.at < this.text.length ? "unexpected" : "ends_early", this.at);
  }
  private get here() { return this.text[this.at]; }
  private space() {
    while (this.here !== undefined && " \t\r\n".includes(this.here)) ++this.at;
  }
  private take(c: string): boolean {
    if (this.here !== c) return false;
    ++this.at;
    this.space();
    return true;
  }
  private add<P extends Part>(part: P): P {
    if (++this.parts > MOST_PARTS) this.refuse("too_long", 0);
    return part;
  }

  private startsWith(sign: string): boolean {
    return [...sign].every((c, i) => this.text[this.at + i] === c);
  }
  private operatorHere() {
    // A word ends where no further letter follows: `order` is not `or`.
    return OPERATORS.find(([sign]) => this.startsWith(sign) && !(isLower(sign[0]) && isOfName(this.text[this.at + sign.length])));
  }

  /** Operands joined by operators of this level and tighter ones. */
  private operation(level: number, depth: number): Part {
    let left = this.negation(depth);
    for (let found = this.operatorHere(); found && found[1] >= level; found = this.operatorHere()) {
      const [sign, binds] = found;
      this.at += sign.length;
      this.space();
      const right = this.operation(binds + 1, depth);
      left = this.add({ op: "binary", sign, left, right });
    }
    return left;
  }

  private negation(depth: number): Part {
    if (depth > DEEPEST) this.refuse("too_deep", this.at);
    if (!this.take("-")) return this.value(depth);
    const part = this.negation(depth + 1);
    return this.add({ op: "negative", part });
  }

  private value(depth: number): Part {
    const c = this.here;
    if (c === undefined) return this.unexpected();
    if (isDigit(c)) return this.number();
    if (c === "'" || c === '"') return this.literal(c);
    if (c === "$") return this.field();
    if (c === ".") return this.self();
    if (isLower(c)) return this.call(depth);
    if (!this.take("(")) return this.unexpected();
    const inner = this.operation(1, depth + 1);
    return this.take(")") ? inner : this.unexpected();
  }

  private digits(): boolean {
    const start = this.at;
    while (isDigit(this.here)) ++this.at;
    return this.at > start;
  }
  private number(): Part {
    const start = this.at;
    this.digits();
    if (this.here === ".") {
      const point = this.at++;
      if (!this.digits()) this.refuse("unexpected", point);
    }
    const value = Number(this.text.slice(start, this.at).join(""));
    this.space();
    return this.add({ op: "literal", value });
  }

  private literal(quote: string): Part {
    const end = this.text.indexOf(quote, this.at + 1);
    if (end < 0) this.refuse("text_open", this.at);
    const value = this.text.slice(this.at + 1, end).join("");
    this.at = end + 1;
    this.space();
    return this.add({ op: "literal", value });
  }

  private field(): Part {
    const start = this.at;
    const end = this.text.indexOf("}", start);
    if (this.text[start + 1] !== "{" || end < 0) this.refuse("bad_field", start);
    const code = this.text.slice(start + 2, end).join("");
    if (!/^[a-z][a-z0-9_]*$/.test(code)) this.refuse("bad_field", start, { name: shortened(code) });
    this.at = end + 1;
    this.space();
    this.references.push({ code, position: start + 1, overRows: false, counted: false });
    return this.add({ op: "field", code });
  }

  private self(): Part {
    const start = this.at++;
    // `..` and `./` are paths, `.5` is no number here.
    if (this.here === "." || this.here === "/" || isOfName(this.here)) return this.unexpected();
    if (this.selfPosition === 0) this.selfPosition = start + 1;
    this.space();
    return this.add({ op: "self" });
  }

  private call(depth: number): Part {
    const start = this.at;
    while (isOfName(this.here)) ++this.at;
    const name = this.text.slice(start, this.at).join("");
    this.space();
    if (this.here !== "(") return this.refuse("unexpected", start);
    if (!isFunction(name)) return this.refuse("unknown_function", start, { name: shortened(name) });
    this.take("(");
    const { parts, starts } = this.argumentsOf(name, depth);
    const [least, most] = FUNCTIONS[name];
    if (parts.length < least || parts.length > most) this.refuse("arguments", start, { name });
    const pattern = name === "regex" ? this.pattern(parts[1], starts[1] ?? start) : undefined;
    const places = name === "round" && parts.length === 2 ? this.places(parts[1], starts[1] ?? start) : 0;
    return this.add({ op: "call", name, parts, pattern, places });
  }

  private argumentsOf(name: FunctionName, depth: number) {
    const parts: Part[] = [];
    const starts: number[] = [];
    if (this.take(")")) return { parts, starts };
    do {
      starts.push(this.at);
      const named = this.references.length;
      const part = this.operation(1, depth + 1);
      parts.push(part);
      const reference = this.references[named];
      if (takesRows(name) && part.op === "field" && reference) {
        reference.overRows = true;
        reference.counted = name === "count";
      }
    } while (this.take(","));
    return this.take(")") ? { parts, starts } : this.unexpected();
  }

  /** A pattern is known before anything is answered, so that a wrong one is found when the form is made. */
  private pattern(given: Part | undefined, at: number): Pattern {
    if (given?.op !== "literal" || typeof given.value !== "string") return this.refuse("pattern_not_text", at);
    return Pattern.parse(given.value) ?? this.refuse("bad_pattern", at);
  }
  private places(given: Part | undefined, at: number): number {
    const number = given?.op === "literal" && typeof given.value === "number" ? given.value : -1;
    return number >= 0 && number <= 6 && Number.isInteger(number) ? number : this.refuse("places", at);
  }
}

function parseAnew(text: string): Parsed {
  const letters = [...text];
  if (letters.length > LONGEST) return { error: { key: "form.expression.too_long", params: { position: "1" } } };
  const parser = new Parser(letters);
  try {
    const tree = parser.whole();
    return { expression: { tree, references: parser.references, selfPosition: parser.selfPosition } };
  } catch (error) {
    if (error instanceof Refused) return { error: error.reason };
    throw error;
  }
}

const known = new Map<string, Parsed>();
const MOST_KNOWN = 5_000;

/** Reads an expression; what was read before is at hand, since an editor reads its whole form at every letter. */
export function parse(text: string): Parsed {
  let parsed = known.get(text);
  if (!parsed) {
    if (known.size >= MOST_KNOWN) known.clear();
    parsed = parseAnew(text);
    known.set(text, parsed);
  }
  return parsed;
}
