import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Definition, Field } from "./definition";
import { evaluate, type Evaluation } from "./evaluate";
import { evaluateExpression, type Surroundings } from "./expression";
import { makeForm } from "./form";
import { parse } from "./parse";
import { isEmpty, type Value } from "./value";

type Given = Value | string[] | { each: Value[] } | { rows: number };
interface Case { expression: string; answers?: Record<string, Given>; self?: Given; expected?: Value | null; error?: string; position?: number }
const table = JSON.parse(readFileSync(`${process.cwd()}/../tests/data/forms/expressions.json`, "utf8")) as { today: string; cases: Case[] };

const plain = (given: Given | undefined): Value =>
  given === undefined ? "" : Array.isArray(given) ? given.join(" ") : typeof given === "object" ? "" : given;

function around({ answers = {}, self }: Case): Surroundings {
  const value = (code: string) => plain(answers[code]);
  return {
    value, self: plain(self), today: table.today,
    all: (code) => {
      const given = answers[code];
      if (typeof given !== "object" || Array.isArray(given)) return [value(code)];
      return "rows" in given ? Array.from({ length: given.rows }, () => true) : given.each;
    },
  };
}

describe("an expression gives what the table that the server reads too says", () => {
  it("which is there", () => expect(table.cases.length).toBeGreaterThan(100));

  it.each(table.cases.map((each) => [JSON.stringify(each), each] as const))("%s", (_name, each) => {
    const { expression, error } = parse(each.expression);
    if (each.error) {
      expect(error).toMatchObject({ key: each.error, params: { position: String(each.position) } });
      return;
    }
    if (!expression) throw new Error(`${error.key} at ${error.params.position}`);
    const value = evaluateExpression(expression, around(each));
    expect(isEmpty(value) ? null : value).toEqual(each.expected);
  });
});

interface EvaluationCase { about: string; definition: Definition; answers: Record<string, unknown>; expected: Evaluation }
const evaluations = JSON.parse(readFileSync(`${process.cwd()}/../tests/data/forms/evaluations.json`, "utf8")) as { today: string; cases: EvaluationCase[] };

describe("a form makes of answers what the table that the server reads too says", () => {
  it("which is there", () => expect(evaluations.cases.length).toBeGreaterThan(10));
  it.each(evaluations.cases.map((each) => [each.about, each] as const))("%s", (_name, { definition, answers, expected }) => {
    expect(evaluate(definition, answers, evaluations.today)).toEqual(expected);
  });
});

describe("an expression is bounded", () => {
  const keyOf = (text: string) => parse(text).error?.key;
  it("in depth", () => {
    expect(keyOf(`${"(".repeat(30)}1${")".repeat(30)}`)).toBeUndefined();
    expect(keyOf(`${"(".repeat(1000)}1`)).toBe("form.expression.too_deep");
    expect(keyOf(`${"-".repeat(1000)}1`)).toBe("form.expression.too_deep");
    expect(keyOf(`${"not(".repeat(200)}1${")".repeat(200)}`)).toBe("form.expression.too_deep");
  });
  it("in parts and length", () => {
    expect(keyOf(`1${"+1".repeat(240)}`)).toBeUndefined();
    expect(keyOf(`1${"+1".repeat(260)}`)).toBe("form.expression.too_long");
    expect(keyOf(" ".repeat(2001))).toBe("form.expression.too_long");
  });
  it("in time, whatever the pattern", () => {
    const { expression } = parse("regex(., '((((a*)*)*)*)*b')");
    const run = (self: string) => expression && evaluateExpression(expression, { value: () => "", all: () => [], self, today: table.today });
    const began = performance.now();
    expect(run("a".repeat(4000))).toBe(false);
    expect(run(`${"a".repeat(4000)}b`)).toBe(true);
    expect(performance.now() - began).toBeLessThan(2000);
    expect(keyOf("regex(., '((((){1000}){1000}){1000}){1000}')")).toBe("form.expression.bad_pattern");
  });
});

const label = (en: string) => ({ en });
const field = (code: string, kind: Field["kind"], more: Partial<Field> = {}): Field => ({ code, kind, label: label(code), ...more });
const form = (fields: Field[], more: Partial<Definition> = {}): Definition => ({ id: "sample", version: 1, title: label("Sample"), fields, ...more });
const ran = (definition: Definition, answers: Record<string, unknown>) => {
  const evaluation = evaluate(definition, answers, "2024-05-14");
  if (!evaluation) throw new Error(JSON.stringify(makeForm(definition).problems));
  return evaluation;
};

describe("evaluate", () => {
  const household = form([
    field("attends", "yes_no", { required: "true()" }),
    field("school", "group", { relevant: "${attends} = 'yes'", fields: [field("grade", "integer", { constraint: ". >= 1 and . <= 11" }), field("name", "text")] }),
    field("children", "repeat", { most: 3, fields: [
      field("born", "partial_date"), field("age", "calculate", { calculation: "age-in-years(${born})" }),
      field("in_school", "yes_no", { relevant: "${age} >= 7", required: "true()" }),
    ] }),
    field("eldest", "calculate", { calculation: "max(${age})" }),
  ]);

  it("asks only what is relevant, and keeps only that", () => {
    const no = ran(household, { attends: "no", grade: 5 });
    expect(no.hidden).toEqual(["school"]);
    expect(no.answers).toEqual({ attends: "no" });
    expect([no.asked, no.answered]).toEqual([1, 1]);
    const yes = ran(household, { attends: "yes", grade: 12 });
    expect(yes.errors).toEqual([{ at: "grade", key: "form.constraint" }]);
  });

  it("works rows out one by one, and over them", () => {
    const evaluation = ran(household, { children: [{ born: "2012" }, { born: "2020-01" }] });
    expect(evaluation.answers).toEqual({ children: [{ born: "2012", age: 11 }, { born: "2020-01", age: 4 }], eldest: 11 });
    expect(evaluation.hidden).toEqual(["school", "children/1/in_school"]);
    expect(evaluation.errors).toEqual([{ at: "attends", key: "form.required" }, { at: "children/0/in_school", key: "form.required" }]);
  });

  it("names what is of no kind of its field, and leaves it out", () => {
    const { answers, errors } = ran(household, { attends: "perhaps", grade: 1.5, children: [{}, {}, {}, {}], nobody: 1 });
    expect(errors.map(({ at, key }) => `${at} ${key}`)).toEqual([
      "attends form.not_yes_no", "grade form.not_integer", "children form.too_many_rows", "nobody form.unknown_field", "attends form.required"]);
    expect(answers).toEqual({ children: [{}, {}, {}] });
  });

  it("makes scores of what was answered alone", () => {
    const scored = form([
      field("one", "choice", { dimension: "d", choices: [{ code: "good", label: label("Good"), score: 1 }, { code: "silent", label: label("Silent") }] }),
      field("two", "choices", { dimension: "d", weight: 3, choices: [{ code: "x", label: label("X"), score: 0 }, { code: "y", label: label("Y"), score: 0.5 }] }),
    ], { scales: [{ code: "s", label: label("S"), dimensions: [{ code: "d", label: label("D"), weight: 2 }],
      bands: [{ code: "low", from: 0, label: label("Low") }, { code: "high", from: 0.4, label: label("High") }] }] });
    expect(ran(scored, { one: "good", two: ["x", "y"] }).scores).toEqual([{ scale: "s", total: 0.4375, band: "high", dimensions: { d: 0.4375 } }]);
    expect(ran(scored, { one: "silent" }).scores).toEqual([{ scale: "s", dimensions: {} }]);
  });
});

describe("makeForm", () => {
  const problems = (...fields: Field[]) => makeForm(form(fields)).problems.map(({ field: at, part, key }) => [at, part, key].join(" "));
  it("finds codes, references and circles that are wrong", () => {
    expect(problems(field("a", "text"), field("a", "text"), field("B", "text"))).toEqual(["a code form.code_twice", "B code form.bad_code"]);
    expect(problems(field("a", "text", { relevant: "${b} = 1" }))).toEqual(["a relevant form.expression.unknown_field"]);
    expect(problems(field("a", "text", { relevant: ". = 1" }))).toEqual(["a relevant form.expression.no_self"]);
    expect(problems(field("r", "repeat", { fields: [field("x", "integer")] }), field("c", "calculate", { calculation: "${x}" })))
      .toEqual(["c calculation form.expression.of_many_rows"]);
    expect(problems(field("a", "text", { relevant: "${b} = 1" }), field("b", "text", { relevant: "${a} = 1" }))).toEqual(["a relevant form.cycle"]);
  });
  it("stays quick with 500 fields", () => {
    const many = form(Array.from({ length: 500 }, (_, i) => field(`f${i}`, "integer", i > 0 ? { relevant: `\${f${i - 1}} > 0`, constraint: ". < 1000" } : {})));
    const answers = Object.fromEntries(many.fields.map(({ code }) => [code, 1]));
    const began = performance.now();
    expect(ran(many, answers).answered).toBe(500);
    expect(performance.now() - began).toBeLessThan(500);
  });
});
