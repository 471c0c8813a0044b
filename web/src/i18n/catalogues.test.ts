import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { joinCatalogues, type Words } from "./catalogues";
import { LANGUAGES } from "./languages";

const src = `${process.cwd()}/src`;
const PLURAL = /_(zero|one|two|few|many|other)$/;

function readCatalogue(language: string, area: string): Words {
  return JSON.parse(readFileSync(`${src}/i18n/${language}/${area}.json`, "utf8")) as Words;
}
const areasOf = (language: string) => readdirSync(`${src}/i18n/${language}`).map((file) => file.replace(".json", "")).sort();

/** All sentences by their full key; the items of a list by their number. */
function flat(words: Words, prefix = ""): Map<string, string> {
  return new Map(Object.entries(words).flatMap(([name, value]): [string, string][] =>
    typeof value === "string" ? [[prefix + name, value]] : [...flat(value as Words, `${prefix}${name}.`)]));
}
const allWords = (language: string) =>
  flat(joinCatalogues(areasOf(language).map((area) => [area, readCatalogue(language, area)] as const)));

const variablesIn = (sentence: string) => [...sentence.matchAll(/\{\{\s*([a-z_]+)/g)].map((found) => found[1]).sort().join(", ");
const pluralForms = (language: string) => new Intl.PluralRules(language).resolvedOptions().pluralCategories;

/** Keys without their plural endings, each with the endings it has. */
function byBase(words: Map<string, string>): Map<string, string[]> {
  const bases = new Map<string, string[]>();
  for (const key of words.keys()) {
    const base = key.replace(PLURAL, "");
    bases.set(base, [...(bases.get(base) ?? []), PLURAL.exec(key)?.[1] ?? ""]);
  }
  return bases;
}

/** The keys that code names: `t("…")`, `key("…")`, and the fixed beginning of `` t(`…${` ``. */
export function keysIn(code: string): { whole: string[]; beginnings: string[] } {
  const whole = [...code.matchAll(/\b(?:t|key)\(\s*"([^"]+)"/g)].map((found) => found[1] ?? "");
  const templates = [...code.matchAll(/\b(?:t|key)\(\s*`([^`]*)`/g)].map((found) => found[1] ?? "");
  return {
    whole: [...whole, ...templates.filter((text) => !text.includes("${"))],
    beginnings: templates.filter((text) => text.includes("${")).map((text) => text.slice(0, text.indexOf("${"))),
  };
}

const codeFiles = readdirSync(src, { recursive: true, encoding: "utf8" })
  .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$|generated/.test(path));

describe.each(LANGUAGES.map(({ code }) => code).filter((code) => code !== "en"))("catalogue %s", (language) => {
  const english = allWords("en");
  const words = allWords(language);

  it("has a file for each area", () => expect(areasOf(language)).toEqual(areasOf("en")));

  it("has the keys of the English one and no other", () => {
    const expected = [...byBase(english).keys()].sort();
    expect([...byBase(words).keys()].sort()).toEqual(expected);
  });

  it("has all plural forms of its language where English has a plural", () => {
    const needed = pluralForms(language);
    const lacking = [...byBase(english)].filter(([, forms]) => forms.includes("other"))
      .flatMap(([base]) => needed.filter((form) => !words.has(`${base}_${form}`)).map((form) => `${base}_${form}`));
    expect(lacking).toEqual([]);
  });

  it("uses the variables of the English sentences", () => {
    const differing = [...words].filter(([key, sentence]) => {
      const original = english.get(key) ?? english.get(key.replace(PLURAL, "_other")) ?? "";
      return variablesIn(sentence) !== variablesIn(original);
    });
    expect(differing).toEqual([]);
  });
});

describe("the English catalogue", () => {
  const words = allWords("en");

  it("has both plural forms", () => {
    const lacking = [...words.keys()].filter((key) => key.endsWith("_other") && !words.has(key.replace(PLURAL, "_one")));
    expect(lacking).toEqual([]);
  });

  it.each(LANGUAGES.map(({ code }) => code))("has no empty sentence in %s", (language) => {
    expect([...allWords(language)].filter(([, sentence]) => sentence === "").map(([key]) => key)).toEqual([]);
  });
});

describe("each area's words", () => {
  const named = ["node", "council"].flatMap((app) => {
    const list = /\{([a-z,]+)\}/.exec(readFileSync(`${src}/${app}/catalogues.ts`, "utf8"))?.[1] ?? "";
    return list.split(",");
  });
  it.each(areasOf("en"))("%s belong to an app", (area) => expect(named).toContain(area));
});

describe("the code", () => {
  const known = allWords("en");
  const bases = byBase(known);
  const keys = [...known.keys()];
  const isKnown = (key: string) => bases.has(key) || keys.some((other) => other.startsWith(`${key}.`));

  it("is found", () => expect(codeFiles.length).toBeGreaterThan(20));

  it.each(codeFiles)("%s uses keys that exist", (path) => {
    const { whole, beginnings } = keysIn(readFileSync(`${src}/${path}`, "utf8"));
    expect(whole.filter((key) => !isKnown(key))).toEqual([]);
    expect(beginnings.filter((start) => start !== "" && !keys.some((key) => key.startsWith(start)))).toEqual([]);
  });
});

describe("keysIn", () => {
  it("finds whole keys and beginnings", () => {
    const code = 't("a.b"); key( "c.d"); t(`e.${x}`); t(`f.g`); format("no.t"); at("not.this")';
    expect(keysIn(code)).toEqual({ whole: ["a.b", "c.d", "f.g"], beginnings: ["e."] });
  });
});
