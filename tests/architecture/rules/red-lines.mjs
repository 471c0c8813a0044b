// What is shipped calls nobody names, rates nobody, and opens no account to a security body. The words are those of
// config/stigmatising_words.json, which the forms and letters of an installation are held against too.

import { filesIn } from "../tree.mjs";

const LIST = "config/stigmatising_words.json";
const WORD = /[\p{L}\p{M}\p{N}ʻʼ‘’'ғқҳ]+/gu;
const folded = (text) => [...text.toLowerCase().matchAll(WORD)].map(([word]) => word);
const fits = (word, wanted) => (wanted.endsWith("*") ? word.startsWith(wanted.slice(0, -1)) : word === wanted);

/** A finder of words and of rows of words; a star stands for any ending. */
function finderOf(entries) {
  const rows = entries.map((entry) => entry.split(" "));
  return (words) => rows.find((row) => words.some((_, at) => row.every((wanted, i) => at + i < words.length && fits(words[at + i], wanted))))?.join(" ");
}

const listOf = (tree) => (tree.text(LIST) === "" ? { labels: {}, ratings: {}, codes: [] } : JSON.parse(tree.text(LIST)));
const entriesOf = (byLanguage) => [...new Set(Object.values(byLanguage).flat())];

/** Every text of a JSON file with its path inside; keys apart from values. */
function leavesOf(value, path = []) {
  if (typeof value === "string") return [{ path: path.join("."), text: value }];
  return Object.entries(value ?? {}).flatMap(([key, inner]) => leavesOf(inner, [...path, key]));
}
const keysOf = (value, path = []) =>
  typeof value !== "object" || value === null ? [] : Object.entries(value).flatMap(([key, inner]) => [[...path, key].join("."), ...keysOf(inner, [...path, key])]);

/** JSON that people read: pages in every language that is there, forms, letters, mail, the demo, the survey. */
const jsonOf = (tree) => [...filesIn(tree, "web/src/i18n/", ".json"), ...filesIn(tree, "config/", ".json")].filter((path) => path !== LIST);
/** Insides of the strings of C++: what the demo says of its people, and what programs print. */
const stringsOf = (line) => [...line.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, inside]) => inside).join(" ");

function shippedTexts(tree) {
  const json = jsonOf(tree).flatMap((path) => leavesOf(JSON.parse(tree.text(path))).map(({ path: at, text }) => ({ at: `${path}: ${at}`, text })));
  const lines = (path, textOf) => tree.text(path).split("\n").map((line, i) => ({ at: `${path}:${i + 1}`, text: textOf(line) }));
  const guides = filesIn(tree, "docs/guide/", ".md").flatMap((path) => lines(path, (line) => line));
  const demo = filesIn(tree, "apps/", ".cpp").flatMap((path) => lines(path, stringsOf));
  return [...json, ...guides, ...demo];
}

/** A body's own name, the names of working groups that a meeting is told by, and what States adopted in these words are not ours to change. */
const OFFICIAL_NAME = /^config\/demo\/council\/(bodies\.json: \d+\.names\.\d+\.name|sessions\.json: \d+\.summary_[a-z]+|commitments\.json: \d+\.clauses\.\d+\.text_[a-z]+)$/;

function nobodyIsCalledNames(tree) {
  const { labels } = listOf(tree);
  const find = finderOf(entriesOf(labels));
  return shippedTexts(tree).filter(({ at }) => !OFFICIAL_NAME.test(at)).flatMap(({ at, text }) => {
    const found = find(folded(text));
    return found ? [`${at}: ${found}`] : [];
  });
}

/** The names of people's and the Council's law and of its working groups speak of ideology; what is said of a person does not. */
const OF_PERSONS = /^(web\/src\/i18n\/[^/]+\/(?:casework|casepapers|children|consents|course|disclosures|documents|forms|history|home|notes|people|referrals|services)\.json|config\/(?:forms|letters)\/|config\/(?:reintegration-survey|documents-chain|letters-about-persons)\.json)/;

function nobodyIsRated(tree) {
  const find = finderOf(entriesOf(listOf(tree).ratings));
  return jsonOf(tree).filter((path) => OF_PERSONS.test(path)).flatMap((path) => leavesOf(JSON.parse(tree.text(path))).flatMap(({ path: at, text }) => {
    const found = find(folded(text));
    return found ? [`${path}: ${at}: ${found}`] : [];
  }));
}

const asWords = (name) => name.replace(/([a-z0-9])([A-Z])/g, "$1_$2").toLowerCase().split(/[^a-z0-9]+/).filter(Boolean);
/** A text of one word of code: `birth_certificate`. What people read has spaces, capitals or other letters. */
const isCode = (text) => /^[a-z][a-z0-9_]*$/.test(text);

/** Codes of forms, fields of letters, keys of the words of pages: a name that rates is a column in the making. */
function codesRateNobody(tree) {
  const find = finderOf(listOf(tree).codes);
  return jsonOf(tree).filter((path) => OF_PERSONS.test(path)).flatMap((path) => {
    const content = JSON.parse(tree.text(path));
    const codes = path.startsWith("config/") ? leavesOf(content).filter(({ text }) => isCode(text)).map(({ text }) => text) : [];
    const fields = leavesOf(content).flatMap(({ text }) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, field]) => field));
    return [...new Set([...keysOf(content), ...codes, ...fields])].flatMap((code) => {
      const found = find(asWords(code));
      return found ? [`${path}: ${code}: ${found}`] : [];
    });
  });
}

/** Who may sign in, and what acts by itself. A further role is a decision of States, never a line of code. */
const ROLES = new Set([
  "social_worker", "supervisor", "psychologist", "civil_registry", "provider", "coordinator", "secretariat", "focal_point", "expert", "observer",
  "data_protection_officer", "admin", "system", "guest",
]);
const withoutComments = (text) => text.replace(/\/\/[^\n]*|--[^\n]*/g, "");
const namesIn = (text) => [...text.matchAll(/[a-z][a-z_]*/g)].map(([name]) => name);

/** Lists of roles wherever one stands: the code's enum, the tables' CHECK, the contracts' enum. */
function roleLists(tree) {
  const all = (path, pattern) => [...withoutComments(tree.text(path)).matchAll(pattern)].map(([, list]) => ({ path, names: namesIn(list) }));
  return [
    ...filesIn(tree, "src/", ".h").flatMap((path) => all(path, /enum class Role\s*\{([^}]*)\}/g)),
    ...filesIn(tree, "src/", ".sql").flatMap((path) => all(path, /\brole\s+IN\s*\(([^)]*'social_worker'[^)]*)\)/gi)),
    ...filesIn(tree, "api/", ".yaml").flatMap((path) => all(path, /enum:\s*\[([^\]]*\bsocial_worker\b[^\]]*)\]/g)),
    ...filesIn(tree, "web/src/i18n/", ".json").flatMap((path) => keysOf(JSON.parse(tree.text(path))).filter((key) => /(^|\.)social_worker$/.test(key)).map((key) => {
      const inside = key.split(".").slice(0, -1).reduce((at, name) => at[name], JSON.parse(tree.text(path)));
      return { path, names: Object.keys(inside) };
    })),
  ];
}

const noRoleForSecurityBodies = (tree) =>
  roleLists(tree).flatMap(({ path, names }) => names.filter((name) => !ROLES.has(name)).map((name) => `${path}: ${name} is no role of ours`));

/** What must be on the list for the rules above to mean anything: a list that was emptied would be content with all. */
function theListIsThere(tree) {
  const { labels, ratings, codes } = listOf(tree);
  const languages = ["en", "ru", "uz", "kk", "ky", "tg", "tk"];
  return [
    ...languages.filter((language) => !(labels[language]?.length > 0)).map((language) => `${LIST}: no labels in ${language}`),
    ...languages.filter((language) => !(ratings[language]?.length > 0)).map((language) => `${LIST}: no ratings in ${language}`),
    ...["ideolog*", "loyal*", "reoffend*", "risk score"].filter((code) => !codes.includes(code)).map((code) => `${LIST}: lacks the code ${code}`),
  ];
}

export const redLines = [
  { name: "the list of words that nothing shipped may hold is there, in seven languages", check: theListIsThere },
  { name: "no shipped text calls people by a label", check: nobodyIsCalledNames },
  { name: "no page, form or letter about a person speaks of ideology, loyalty or offending", check: nobodyIsRated },
  { name: "no code of a form, field of a letter or key of a page rates a person", check: codesRateNobody },
  { name: "no role is there for a security body", check: noRoleForSecurityBodies },
];
