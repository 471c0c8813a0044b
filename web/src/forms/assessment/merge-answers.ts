import { mergeEdits, type Collision } from "../../api/merge";
import type { Answers } from "../engine/answers";
import { answerAt, rowsOf, withAnswer, type Given } from "../fill/paths";

export type Clash = Collision<string, Given>;

const same = (a: Given, b: Given) => JSON.stringify(a) === JSON.stringify(b);
const isRows = (value: Given) => Array.isArray(value) && typeof value[0] === "object";

/** Every place where versions of answers can differ. Rows are compared one by one only where all have as many: else nobody knows which is which. */
function placesOf(versions: readonly Answers[]): string[] {
  const codes = [...new Set(versions.flatMap((answers) => Object.keys(answers)))];
  return codes.flatMap((code) => {
    if (!versions.some((answers) => isRows(answers[code]))) return [code];
    const lengths = new Set(versions.map((answers) => rowsOf(answers, code).length));
    if (lengths.size > 1) return [code];
    const inner = new Set(versions.flatMap((answers) => rowsOf(answers, code).flatMap((row) => Object.keys(row))));
    return rowsOf(versions[0] ?? {}, code).flatMap((_row, i) => [...inner].map((each) => `${code}/${i}/${each}`));
  });
}

/** Joins what two people answered at the same time: question by question, with what both answered differently left to be asked about. */
export function mergeAnswers(base: Answers, mine: Answers, theirs: Answers): { joined: Answers; clashes: Clash[] } {
  const { taken, clashes } = mergeEdits<Answers, string, Given>(placesOf([base, mine, theirs]), answerAt, { base, mine, theirs }, same);
  return { joined: taken.reduce((answers, at) => withAnswer(answers, at, answerAt(theirs, at)), mine), clashes };
}
