// The patterns of `regex()`: followed state by state, never by trying again, so no text makes one slow (K. Thompson, 1968).
// They are read as the server reads them; the browser's own RegExp would take more, and could be made to hang.

const LONGEST = 500;
const MOST_STATES = 2_000;
const DEEPEST = 20;
const MOST_TIMES = 1_000;

type Range = readonly [first: number, last: number];
interface Letters { ranges: readonly Range[]; except: boolean }
type Part =
  | { kind: "letters"; set: Letters }
  | { kind: "begin" | "end" }
  | { kind: "sequence" | "choice"; parts: Part[] }
  | { kind: "repeat"; part: Part; least: number; most: number };
interface State { kind: "take" | "split" | "begin" | "end" | "done"; set?: Letters; next: number; other: number }

class NoPattern extends Error {}
const refuse = (): never => { throw new NoPattern(); };
const code = (letter: string) => letter.codePointAt(0) ?? 0;
const has = ({ ranges, except }: Letters, letter: number) => ranges.some(([first, last]) => first <= letter && letter <= last) !== except;

const DIGITS: Range[] = [[48, 57]];
const WORDS: Range[] = [[48, 57], [65, 90], [95, 95], [97, 122]];
const SPACES: Range[] = [[9, 13], [32, 32]];
const CLASSES: Record<string, Letters> = {
  d: { ranges: DIGITS, except: false }, D: { ranges: DIGITS, except: true },
  w: { ranges: WORDS, except: false }, W: { ranges: WORDS, except: true },
  s: { ranges: SPACES, except: false }, S: { ranges: SPACES, except: true },
};
const LINE_ENDS: Letters = { ranges: [[10, 10], [13, 13], [0x2028, 0x2029]], except: true };
const one = (letter: string): Letters => ({ ranges: [[code(letter), code(letter)]], except: false });

class Reader {
  private at = 0;
  constructor(private readonly text: readonly string[]) {}

  whole(): Part {
    const part = this.choice(0);
    return this.at === this.text.length ? part : refuse();
  }

  private get here() { return this.text[this.at]; }
  private take(letter: string): boolean {
    if (this.here !== letter) return false;
    ++this.at;
    return true;
  }
  private next(): string {
    return this.text[this.at++] ?? refuse();
  }

  private choice(depth: number): Part {
    if (depth > DEEPEST) refuse();
    const parts: Part[] = [];
    do parts.push(this.sequence(depth)); while (this.take("|"));
    return parts.length === 1 && parts[0] ? parts[0] : { kind: "choice", parts };
  }

  private sequence(depth: number): Part {
    const parts: Part[] = [];
    while (this.here !== undefined && this.here !== "|" && this.here !== ")") parts.push(this.repeated(this.single(depth)));
    return { kind: "sequence", parts };
  }

  private repeated(part: Part): Part {
    let [least, most] = [1, 1];
    if (this.take("*")) [least, most] = [0, -1];
    else if (this.take("+")) most = -1;
    else if (this.take("?")) least = 0;
    else if (this.take("{")) [least, most] = this.times();
    else return part;
    // Lazy and possessive marks, and a repeat of a repeat, are not of this language.
    if ("*+?{".includes(this.here ?? " ") || part.kind === "begin" || part.kind === "end") refuse();
    return { kind: "repeat", part, least, most };
  }

  private number(): number {
    if (!/^[0-9]$/.test(this.here ?? "")) refuse();
    let value = 0;
    while (/^[0-9]$/.test(this.here ?? "")) {
      value = value * 10 + Number(this.next());
      if (value > MOST_TIMES) refuse();
    }
    return value;
  }
  private times(): [number, number] {
    const least = this.number();
    const most = !this.take(",") ? least : this.here === "}" ? -1 : this.number();
    return this.take("}") && (most < 0 || least <= most) ? [least, most] : refuse();
  }

  private single(depth: number): Part {
    const letter = this.next();
    if (letter === "^") return { kind: "begin" };
    if (letter === "$") return { kind: "end" };
    if (letter === ".") return { kind: "letters", set: LINE_ENDS };
    if (letter === "[") return { kind: "letters", set: this.set() };
    if (letter === "\\") return { kind: "letters", set: this.escaped() };
    if (letter === "(") {
      if (this.here === "?") refuse();
      const inner = this.choice(depth + 1);
      return this.take(")") ? inner : refuse();
    }
    return "*+?{}])".includes(letter) ? refuse() : { kind: "letters", set: one(letter) };
  }

  /** Behind a backslash. */
  private escaped(): Letters {
    const letter = this.next();
    if (Object.hasOwn(CLASSES, letter)) return CLASSES[letter] ?? refuse();
    return "\\.[](){}|*+?^$/-".includes(letter) ? one(letter) : refuse();
  }

  /** Behind `[`. */
  private set(): Letters {
    const ranges: Range[] = [];
    const except = this.take("^");
    while (this.here !== undefined && this.here !== "]") {
      if (this.here === "[") refuse();
      let letter = this.next();
      let first = code(letter);
      if (letter === "\\") {
        const inner = this.escaped();
        const only = inner.ranges[0] ?? refuse();
        if (inner.except) refuse();
        if (inner.ranges.length !== 1 || only[0] !== only[1]) {
          ranges.push(...inner.ranges);
          continue;
        }
        first = only[0];
      }
      let last = first;
      if (this.here === "-" && this.at + 1 < this.text.length && this.text[this.at + 1] !== "]") {
        ++this.at;
        letter = this.next();
        last = code(letter);
        if (letter === "\\") {
          const inner = this.escaped();
          if (inner.except || inner.ranges.length !== 1) refuse();
          last = inner.ranges[0]?.[1] ?? refuse();
        }
        if (last < first) refuse();
      }
      ranges.push([first, last]);
    }
    return this.take("]") && ranges.length > 0 ? { ranges, except } : refuse();
  }
}

/** Lays a pattern out as states, from the end to the beginning: each piece knows the state that follows it. */
class Layout {
  readonly states: State[] = [];
  private pieces = 0;

  add(state: State): number {
    if (this.states.length >= MOST_STATES) refuse();
    return this.states.push(state) - 1;
  }

  put(part: Part, next: number): number {
    // Empty groups repeated in each other would add no state, but take for ever.
    if (++this.pieces > 10 * MOST_STATES) refuse();
    switch (part.kind) {
      case "letters": return this.add({ kind: "take", set: part.set, next, other: 0 });
      case "begin": case "end": return this.add({ kind: part.kind, next, other: 0 });
      case "sequence": return part.parts.reduceRight((at, each) => this.put(each, at), next);
      case "choice": return part.parts.slice(0, -1).reduceRight(
        (at, each) => this.add({ kind: "split", next: this.put(each, next), other: at }), this.put(part.parts[part.parts.length - 1] ?? refuse(), next));
      case "repeat": return this.putRepeat(part.part, part.least, part.most, next);
    }
  }

  private putRepeat(inner: Part, least: number, most: number, next: number): number {
    let at = next;
    if (most < 0) {
      at = this.add({ kind: "split", next: 0, other: next });
      const loop = this.put(inner, at);
      const split = this.states[at];
      if (split) split.next = loop;
    }
    for (let i = least; i < most; ++i) at = this.add({ kind: "split", next: this.put(inner, at), other: next });
    for (let i = 0; i < least; ++i) at = this.put(inner, at);
    return at;
  }
}

/** The states that are reached from these without taking a letter. */
function reach(states: readonly State[], from: readonly number[], atBegin: boolean, atEnd: boolean): State[] {
  const seen = new Set<number>();
  const waiting = [...from];
  const reached: State[] = [];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const here = states[at];
    if (!here || seen.has(at)) continue;
    seen.add(at);
    if (here.kind === "take" || here.kind === "done") reached.push(here);
    else if (here.kind === "split") waiting.push(here.next, here.other);
    else if (here.kind === "begin" ? atBegin : atEnd) waiting.push(here.next);
  }
  return reached;
}

export class Pattern {
  private constructor(private readonly states: readonly State[], private readonly start: number) {}

  /** Null for what is no pattern of that kind, is longer than 500 characters, or needs more than 2,000 states. */
  static parse(text: string): Pattern | null {
    const letters = [...text];
    if (letters.length > LONGEST) return null;
    try {
      const layout = new Layout();
      const end = layout.add({ kind: "done", next: 0, other: 0 });
      const start = layout.put(new Reader(letters).whole(), end);
      // The server begins at its last state, which takes one more where the pattern ends elsewhere.
      if (start + 1 !== layout.states.length) layout.add({ kind: "split", next: start, other: start });
      return new Pattern(layout.states, start);
    } catch (error) {
      if (error instanceof NoPattern) return null;
      throw error;
    }
  }

  /** Whether the whole of the text matches. */
  matches(text: string): boolean {
    const letters = [...text].map(code);
    let here = reach(this.states, [this.start], true, letters.length === 0);
    for (const [i, letter] of letters.entries()) {
      if (here.length === 0) return false;
      const next = here.filter(({ kind, set }) => kind === "take" && set && has(set, letter)).map((state) => state.next);
      here = reach(this.states, next, false, i + 1 === letters.length);
    }
    return here.some(({ kind }) => kind === "done");
  }
}
