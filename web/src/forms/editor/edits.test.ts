import { describe, expect, it } from "vitest";
import type { Answers } from "../engine/answers";
import type { Definition, Field } from "../engine/definition";
import { mergeAnswers } from "../assessment/merge-answers";
import { differences, withChange } from "./differences";
import { asKind, moveField, moveInto, removeField, renameField } from "./layout";
import { mergeDefinitions, withPlaces } from "./merge-definitions";

const field = (code: string, more: Partial<Field> = {}): Field => ({ code, kind: "text", label: { en: code }, ...more });
const form = (...fields: Field[]): Definition => ({ id: "sample", version: 2, title: { en: "Sample" }, fields });
const codes = (fields: readonly Field[]): string => fields.map(({ code, fields: inner }) => (inner ? `${code}(${codes(inner)})` : code)).join(" ");

describe("lines of a form", () => {
  const fields = [field("a"), field("g", { kind: "group", fields: [field("b"), field("c")] }), field("d")];
  it("move among their brothers, and out of a group at its edge", () => {
    expect(codes(moveField(fields, "d", -1))).toBe("a d g(b c)");
    expect(codes(moveField(fields, "c", -1))).toBe("a g(c b) d");
    expect(codes(moveField(fields, "c", 1))).toBe("a g(b) c d");
    expect(codes(moveField(fields, "b", -1))).toBe("a b g(c) d");
    expect(codes(moveField(fields, "a", -1))).toBe("a g(b c) d");
    expect(codes(moveInto(fields, "a", "g"))).toBe("g(b c a) d");
    expect(codes(removeField(fields, "b"))).toBe("a g(c) d");
  });
  it("keep the same object where nothing changed", () => expect(moveField(fields, "c", -1)[0]).toBe(fields[0]));
  it("lose what their new kind does not have", () => {
    const choice = field("q", { kind: "choice", choices: [], dimension: "d", required: "true()" });
    expect(asKind(choice, "text")).toEqual(field("q", { required: "true()" }));
    expect(asKind(choice, "note")).toEqual(field("q", { kind: "note" }));
  });
});

describe("a renamed field", () => {
  const published = form(field("a"), field("b", { relevant: "${a} = 'x' and ${ab} = 1" }));
  it("is renamed in expressions, and what was answered is mapped, however often it is renamed", () => {
    const once = renameField(published, "a", "first", published);
    expect(once.fields[1]?.relevant).toBe("${first} = 'x' and ${ab} = 1");
    expect(once.changes).toEqual([{ field: "a", becomes: "first" }]);
    const twice = renameField(once, "first", "second", published);
    expect(twice.changes).toEqual([{ field: "a", becomes: "second" }]);
    expect(renameField(twice, "second", "a", published).changes).toBeUndefined();
    expect(renameField(published, "a", "x", undefined).changes).toBeUndefined();
  });
});

describe("differences", () => {
  const choices = (...list: string[]) => list.map((code) => ({ code, label: { en: code } }));
  const published = form(field("a"), field("b"), field("c", { kind: "choice", choices: choices("x", "y") }), field("n", { kind: "note" }));
  it("tell what is new, gone, renamed and changed", () => {
    const draft = withChange(form(field("a", { label: { en: "A?" } }), field("beta"), field("c", { kind: "choice", choices: choices("y") }), field("d")), "b", undefined, "beta");
    const found = differences(published, draft);
    expect(found.added.map(({ code }) => code)).toEqual(["d"]);
    expect(found.renamed.map(({ before, now }) => [before.code, now.code])).toEqual([["b", "beta"]]);
    expect(found.gone).toEqual([]);
    expect(found.lostChoices.map(({ choice, becomes }) => [choice.code, becomes])).toEqual([["x", undefined]]);
    expect(found.changed.find(({ field: { code } }) => code === "a")?.members).toEqual(["label"]);
  });
  it("ask for a word on each code that vanishes", () => {
    const draft = form(field("a"), field("b"));
    expect(differences(published, draft).gone.map(({ field: { code }, becomes }) => [code, becomes])).toEqual([["c", undefined]]);
    const said = withChange(draft, "c", undefined, null);
    expect(said.changes).toEqual([{ field: "c" }]);
    expect(differences(published, said).gone[0]?.becomes).toBeNull();
    expect(withChange(said, "c", undefined, undefined).changes).toBeUndefined();
  });
});

describe("two edits of one form", () => {
  const base = form(field("a"), field("b"));
  it("are joined where they touch different fields", () => {
    const mine = form(field("a", { label: { en: "mine" } }), field("b"));
    const theirs = form(field("a"), field("b", { hint: { en: "theirs" } }), field("c"));
    const { joined, clashes } = mergeDefinitions(base, mine, theirs);
    expect(clashes).toEqual([]);
    expect(joined).toEqual(form(field("a", { label: { en: "mine" } }), field("b", { hint: { en: "theirs" } }), field("c")));
  });
  it("are asked about where they touch the same", () => {
    const mine = form(field("a", { label: { en: "mine" } }), field("b"));
    const theirs = form(field("a", { label: { en: "theirs" } }), field("b"));
    const { joined, clashes } = mergeDefinitions(base, mine, theirs);
    expect(clashes.map(({ place }) => place)).toEqual(["field/a"]);
    expect(joined).toEqual(mine);
    expect(withPlaces(joined, theirs, new Set(["field/a"]))).toEqual(theirs);
  });
});

describe("two who answer at the same time", () => {
  it("have their answers joined question by question", () => {
    const base: Answers = { a: "1", b: "2", children: [{ name: "x" }] };
    const { joined, clashes } = mergeAnswers(base, { a: "mine", b: "2", children: [{ name: "x", age: 3 }] }, { a: "1", b: "theirs", children: [{ name: "y" }] });
    expect(joined).toEqual({ a: "mine", b: "theirs", children: [{ name: "y", age: 3 }] });
    expect(clashes).toEqual([]);
  });
  it("are asked where both answered otherwise, and where rows differ in number", () => {
    const { joined, clashes } = mergeAnswers({ a: "1" }, { a: "2", r: [{}, {}] }, { a: "3", r: [{}] });
    expect(clashes).toEqual([{ place: "a", mine: "2", theirs: "3" }, { place: "r", mine: [{}, {}], theirs: [{}] }]);
    expect(joined).toEqual({ a: "2", r: [{}, {}] });
  });
  it("take over what was taken away", () => expect(mergeAnswers({ a: "1", b: "1" }, { a: "1", b: "2" }, { b: "1" }).joined).toEqual({ b: "2" }));
});
