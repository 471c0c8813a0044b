import { describe, expect, it } from "vitest";
import { draftOf, rebase, type Draft } from "./draft";

const base: Draft = { ...draftOf(undefined), title: "A survey", texts: { ...draftOf(undefined).texts, en: "We ask.", ru: "Мы спрашиваем." } };
const changed = (change: Partial<Draft>, texts: Record<string, string> = {}): Draft => ({ ...base, ...change, texts: { ...base.texts, ...texts } });

describe("a draft that a colleague saved first", () => {
  it("keeps what was typed, and takes over what only the colleague changed", () => {
    const { draft, clashes, taken } = rebase(base, changed({}, { en: "We ask everybody." }), changed({ title: "A shared survey", open_to_all: true }));
    expect(clashes).toEqual([]);
    expect(taken).toEqual(["title", "open_to_all"]);
    expect([draft.title, draft.open_to_all, draft.texts["en"]]).toEqual(["A shared survey", true, "We ask everybody."]);
  });
  it("leaves mine where both changed one field, and shows theirs", () => {
    const { draft, clashes, taken } = rebase(base, changed({}, { ru: "Моё." }), changed({}, { ru: "Коллеги.", en: "They ask." }));
    expect(clashes).toEqual([{ place: "texts.ru", mine: "Моё.", theirs: "Коллеги." }]);
    expect(taken).toEqual(["texts.en"]);
    expect([draft.texts["ru"], draft.texts["en"]]).toEqual(["Моё.", "They ask."]);
  });
  it("sees no difference where both wrote the same, or ticked languages in another order", () => {
    const { clashes, taken } = rebase(base, changed({ title: "One" }), changed({ title: "One", languages: ["ru", "en"] }));
    expect([clashes, taken]).toEqual([[], []]);
  });
});
