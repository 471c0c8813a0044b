import { describe, expect, it } from "vitest";
import { draftWith, inputOf, merge, newDraft, newText, type Draft } from "./draft";
import { missing, nearest, titleIn } from "./template";

const base: Draft = { ...newDraft("practice", "uz", "en"), topics: ["family"], year_from: 2020, evidence: "judgement",
  texts: [{ ...newText("en"), title: "Visits", context: "Here", results: "Some" }] };
const changed = (change: Partial<Draft>, text: object = {}): Draft => ({ ...base, ...change, texts: [{ ...base.texts[0]!, ...text }] });

describe("two who changed one draft", () => {
  it("keep what only one of them changed", () => {
    const { clashes, theirs, values } = merge(base, changed({ evidence: "monitoring" }), changed({}, { context: "There" }));
    expect(clashes).toEqual([]);
    expect(theirs).toEqual([{ field: "context", language: "en" }]);
    const merged = draftWith(values);
    expect(merged.evidence).toBe("monitoring");
    expect(merged.texts[0]!.context).toBe("There");
  });
  it("are asked where both changed the same field, and nowhere else", () => {
    const { clashes, values } = merge(base, changed({}, { results: "Many" }), changed({}, { results: "Few", context: "There" }));
    expect(clashes.map(({ key, before, mine, theirs }) => [key, before, mine, theirs])).toEqual([["en.results", "Some", "Many", "Few"]]);
    expect(draftWith(values).texts[0]!.results).toBe("Many");
  });
  it("agree where both changed it alike, and keep a language that one added", () => {
    const mine = changed({ topics: ["health"] });
    const theirs = { ...changed({ topics: ["health"] }), texts: [...base.texts, { ...newText("ru"), title: "Посещения" }] };
    const { clashes, values } = merge(base, mine, theirs);
    expect(clashes).toEqual([]);
    expect(draftWith(values).texts.map(({ language }) => language)).toEqual(["en", "ru"]);
    expect(draftWith(values).topics).toEqual(["health"]);
  });
});

describe("a draft", () => {
  it("is sent without what it does not say", () => {
    const input = inputOf({ ...base, currency: "usd" }, 3);
    expect(input).toMatchObject({ version: 3, state: "uz", year_from: 2020, currency: "USD" });
    expect("year_to" in input || "cost_low" in input).toBe(false);
  });
  it("tells which fields keep it from being submitted, in the language that is nearest to whole", () => {
    const full = Object.fromEntries(Object.keys(newText("ru")).map((key) => [key, "x"]));
    expect(missing(base.texts)?.language).toBe("en");
    expect(missing([...base.texts, { ...newText("ru"), ...full, language: "ru", cost: " " }])).toEqual({ language: "ru", fields: ["cost"] });
    expect(missing([{ ...newText("ru"), ...full, language: "ru" }])).toBeNull();
  });
  it("is read in the reader's language, or the nearest", () => {
    expect(nearest([newText("kk"), newText("ru")], "en")?.language).toBe("ru");
    expect(titleIn({ ru: "Посещения", kk: "Бару" }, "kk")).toBe("Бару");
    expect(titleIn({ ru: "Посещения" }, "en")).toBe("Посещения");
  });
});
