import { expect, test } from "vitest";
import { CODED, inWords } from "./change-words";

type Tree = { [key: string]: Tree | string };
const files = import.meta.glob<Tree>("../i18n/*/*.json", { eager: true, import: "default" });

const at = (language: string, key: string) => {
  const [file = "", ...steps] = key.split(".");
  return steps.reduce<Tree | string | undefined>((tree, step) => (typeof tree === "object" ? tree[step] : undefined), files[`../i18n/${language}/${file}.json`]);
};
const english = (key: string) => {
  const found = at("en", key);
  return typeof found === "string" ? found : undefined;
};

test("every coded field has a name, and a branch of words in each language", () => {
  for (const [field, branch] of Object.entries(CODED)) {
    expect(english(`history.${field}`), field).toBeTypeOf("string");
    for (const language of ["en", "ru"]) expect(at(language, branch), `${language}: ${branch}`).toBeTypeOf("object");
  }
});

test("codes are said in words, words stay as they were written", () => {
  expect(inWords("document_request", "document", "birth_certificate", english)).toBe("Birth certificate");
  expect(inWords("consent", "withheld", "origin,family", english)).toBe("Where they came from, The family");
  expect(inWords("conference", "participants", "Second psychologist, school_teacher", english)).toBe("Second psychologist, School teacher");
  expect(inWords("case_closure", "decision", "waiting", english)).toBe("waits");
  expect(inWords("need", "housing_note", "Lives with her brother.", english)).toBe("Lives with her brother.");
  expect(inWords("attachment", "kind", "something_new", english)).toBe("something_new");
});

test("a plan's services are named, its goals untouched", () => {
  const goals = "Goes to school (2027-09-01)\n  – school_enrolment (2027-08-01): with a tutor\nsocial_aid";
  expect(inWords("case_plan", "goals", goals, english)).toBe("Goes to school (2027-09-01)\n  – Enrolment in school (2027-08-01): with a tutor\nsocial_aid");
});
