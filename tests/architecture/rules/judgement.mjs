// No field, table or model rates how dangerous, faithful or guilty a person is thought to be.

import { codeOf, filesIn, matchesIn } from "../tree.mjs";

/** Beginnings of words that no name in a schema, a contract or a header may hold. */
const REFUSED_WORDS = [
  "allegian", "belief", "combatant", "criminal", "danger", "deradical", "extremis", "fanatic", "fighter", "guilt",
  "hostil", "ideolog", "jihad", "loyal", "militan", "offend", "radical", "recidiv", "religio", "returnism", "suspect", "sympathi",
  "terror", "threat", "traitor", "trustworth",
];
const REFUSED_PAIRS = /(risk|security|trust|faith)_(level|score|class|grade|rating|rank|category|index)|(level|score|degree|grade)_of_(risk|trust|faith)/;
/** Set by a human; speaks of risk to the person. */
const ALLOWED = new Set(["protection_urgency"]);

/** Does a name in snake_case or PascalCase rate a person? */
export function judges(name) {
  const snake = name.replace(/([a-z0-9])([A-Z])/g, "$1_$2").toLowerCase();
  if (ALLOWED.has(snake)) return false;
  return REFUSED_PAIRS.test(snake) || snake.split("_").some((word) => REFUSED_WORDS.some((start) => word.startsWith(start)));
}

function judgingNames(path, text) {
  return text.split("\n").flatMap((line, index) =>
    [...line.matchAll(/[A-Za-z_][A-Za-z0-9_]*/g)].filter(([name]) => judges(name)).map(([name]) => `${path}:${index + 1}: ${name}`));
}

/** A literal of several words is prose, such as the name that sources give a working group; a code is one word. */
const withoutSqlProse = (text) => text.replace(/--[^\n]*/g, "").replace(/'[^'\n]*'/g, (literal) => (/\s/.test(literal) ? "''" : literal));

/** Names and code lists alike: 'fighter' as a value says as much as a column. */
const schemaNamesNoJudgement = (tree) =>
  filesIn(tree, "src/", ".sql").flatMap((path) => judgingNames(path, withoutSqlProse(tree.text(path))));

const headersNameNoJudgement = (tree) =>
  filesIn(tree, "src/", ".h").flatMap((path) => judgingNames(path, codeOf(tree.text(path))));

/** Keys, values of enums in either form; descriptions are prose. */
const CONTRACT_NAMES = /enum:\s*\[([^\]]*)\]|([A-Za-z_]\w*)\s*:|^\s*-\s+(\w+)\s*$/g;

function contractsNameNoJudgement(tree) {
  return filesIn(tree, "api/", ".yaml").flatMap((path) =>
    matchesIn(tree, path, CONTRACT_NAMES).flatMap(([line, [, list, key, item]]) =>
      (list?.split(",").map((value) => value.trim()) ?? [key ?? item]).filter(judges).map((name) => `${path}:${line}: ${name}`)));
}

export const judgement = [
  { name: "no table, column or code of the schema rates a person", check: schemaNamesNoJudgement },
  { name: "no type or field of a header rates a person", check: headersNameNoJudgement },
  { name: "no member of a contract rates a person", check: contractsNameNoJudgement },
];
