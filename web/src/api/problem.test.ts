import i18next from "i18next";
import { beforeAll, describe, expect, it } from "vitest";
import common from "../i18n/en/common.json";
import { joinCatalogues } from "../i18n/catalogues";
import { asProblem, Problem, problemText, readProblem } from "./problem";

const words = i18next.createInstance();
beforeAll(() => words.init({
  lng: "en", fallbackLng: false, interpolation: { escapeValue: false },
  resources: { en: { translation: joinCatalogues([
    ["common", common], ["people", { errors: { person: { too_young: "At least {{age}} years old." } } }]]) } },
}));
const reply = (body: string, status: number) => new Response(body, { status });

describe("a problem", () => {
  it("is read from the reply", async () => {
    const problem = await readProblem(reply('{"type":"t","title":"T","status":409,"key":"plan.own_work","field":"goal","params":{"n":"3"}}', 409));
    expect(problem).toMatchObject({ status: 409, key: "plan.own_work", field: "goal", params: { n: "3" } });
  });
  it.each(["<html>", "", "null", "[]", '{"key":7}'])("is made of the status alone when the reply is %s", async (text) => {
    expect(await readProblem(reply(text, 502))).toMatchObject({ status: 502, key: "", field: undefined, params: {} });
  });
  it("is the network's when fetch threw", () => expect(asProblem(new TypeError("Failed to fetch"))).toMatchObject({ status: 0, key: "network" }));
});

describe("its sentence", () => {
  const say = (problem: Problem) => problemText(words.t, problem);
  it("is that of its key, from any area's catalogue", () => {
    expect(say(new Problem(422, "person.too_young", "age", { age: "14" }))).toBe("At least 14 years old.");
  });
  it("is that of its status when the key has none", () => {
    expect(say(new Problem(409, "nobody.knows"))).toBe(common.errors.code["409"]);
  });
  it("is the general one when nothing is known", () => expect(say(new Problem(418, ""))).toBe(common.errors.unexpected));
  it("never shows a branch of the catalogue", () => expect(say(new Problem(403, "access"))).toBe(common.errors.code["403"]));
});
