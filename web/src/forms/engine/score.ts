import type { Schemas } from "../../api/node";
import type { Answer, ReadAnswers, Row } from "./answers";
import type { Field } from "./definition";
import type { Form } from "./form";

/** A score starts a conversation about support; it never ranks people. Means by weight of what was answered, 0 to 1. */
export type Score = Schemas["FormScore"];

class Sum {
  private score = 0;
  private weight = 0;
  add(value: number, by: number) {
    this.score += value * by;
    this.weight += by;
  }
  mean(): number | undefined { return this.weight > 0 ? this.score / this.weight : undefined; }
}

const ofChoice = (field: Field, code: unknown) => field.choices?.find((choice) => choice.code === code)?.score;

/** The score of one answer; nothing when it has none. */
function scoreOf(field: Field, answer: Answer): number | undefined {
  if (field.kind === "choice") return ofChoice(field, answer);
  if (field.kind === "choices" && Array.isArray(answer)) {
    const sum = new Sum();
    for (const code of answer) {
      const score = ofChoice(field, code);
      if (score !== undefined) sum.add(score, 1);
    }
    return sum.mean();
  }
  return field.kind === "calculate" && typeof answer === "number" && answer >= 0 && answer <= 1 ? answer : undefined;
}

function sumsOf(form: Form, { values, rows }: ReadAnswers): Map<string, Sum> {
  const sums = new Map<string, Sum>();
  for (const { field, repeat } of form.lines) {
    const { dimension } = field;
    if (dimension === undefined) continue;
    const held = form.lines[repeat]?.field.code;
    const all: Row[] = held === undefined ? [values] : rows[held] ?? [];
    for (const row of all) {
      const answer = row[field.code];
      const score = answer === undefined ? undefined : scoreOf(field, answer);
      if (score === undefined) continue;
      const sum = sums.get(dimension) ?? new Sum();
      sum.add(score, field.weight ?? 1);
      sums.set(dimension, sum);
    }
  }
  return sums;
}

/** The scores of answers that were kept and calculated. */
export function scoresOf(form: Form, answers: ReadAnswers): Score[] {
  const sums = sumsOf(form, answers);
  return (form.definition.scales ?? []).map(({ code, dimensions, bands }) => {
    const means: Record<string, number> = {};
    const all = new Sum();
    for (const dimension of dimensions) {
      const mean = sums.get(dimension.code)?.mean();
      if (mean === undefined) continue;
      means[dimension.code] = mean;
      all.add(mean, dimension.weight);
    }
    const total = all.mean();
    const band = total === undefined ? undefined : bands.filter(({ from }) => from <= total).pop()?.code;
    return { scale: code, dimensions: means, ...(total !== undefined && { total }), ...(band !== undefined && { band }) };
  });
}
