// What an area refuses, the reader is told in every language, in a sentence of its own.

import { areaOf } from "../areas.mjs";
import { filesIn, matchesIn } from "../tree.mjs";

/** Areas that people work with; what http, exchange and json refuse has one sentence for each HTTP status. */
const SPEAKING = new Set(["access", "forms", "files", "people", "casework", "services", "desk", "statistics", "actions", "council"]);
/** What one program says of another's tables: it goes into the log, for whoever operates it. */
const BETWEEN_PROGRAMS = /^(release|statistics)\./;
const LANGUAGES = ["en", "ru"];
const REFUSAL = /\b(?:invalid|unauthenticated|forbidden|not_found|conflict|too_large|too_many|unavailable)\(\s*"([a-z0-9_.]*[a-z0-9_])"/g;

/** The sentences `errors.*` of a language, from all its catalogues, as dotted keys without plural forms. */
function sentencesIn(tree, language) {
  const found = new Set();
  const walk = (value, path) => {
    if (typeof value === "string") found.add(path.join(".").replace(/_(zero|one|two|few|many|other)$/, ""));
    else Object.entries(value ?? {}).forEach(([key, inner]) => walk(inner, [...path, key]));
  };
  for (const path of filesIn(tree, `web/src/i18n/${language}/`, ".json")) walk(JSON.parse(tree.text(path)).errors, []);
  return found;
}

function refusalsHaveSentences(tree) {
  const sentences = LANGUAGES.map((language) => [language, sentencesIn(tree, language)]);
  const sources = filesIn(tree, "src/", ".cpp", ".h").filter((path) => SPEAKING.has(areaOf(path)) && !path.endsWith("_test.cpp"));
  return sources.flatMap((path) => matchesIn(tree, path, REFUSAL).filter(([, [, key]]) => !BETWEEN_PROGRAMS.test(key)).flatMap(([line, [, key]]) =>
    sentences.filter(([, found]) => !found.has(key)).map(([language]) => `${path}:${line}: no sentence errors.${key} in ${language}`)));
}

export const sentences = [{ name: "every refusal has a sentence in every language", check: refusalsHaveSentences }];
